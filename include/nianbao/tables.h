/* SPDX-License-Identifier: Apache-2.0 */
#ifndef NIANBAO_TABLES_H
#define NIANBAO_TABLES_H

/**
 * Many reports as one long table, handed over by the Arrow C data interface: pyarrow, polars, DuckDB, pandas,
 * R, Spark and any other program that knows it take the columns as they are, without a copy. A part of
 * nianbao.h, which includes it; what is said there of errors, views and threads holds here.
 *
 *     nianbao_table *table = NULL;
 *     struct ArrowArrayStream stream;
 *     if (nianbao_table_new(NIANBAO_TABLE_FIGURES, &table) == NIANBAO_OK) {
 *       for (i = 0; i < files; ++i)
 *         nianbao_table_parse(table, data[i], size[i], NULL, name[i]);
 *       if (nianbao_table_export(table, &stream) == NIANBAO_OK) {
 *         ... give &stream to a program that takes it, or ...
 *         stream.release(&stream);
 *       }
 *       nianbao_table_free(table);
 *     }
 *
 * Columns. Names, order, types and nulls of each table are those of `nianbao export` and stand in its
 * codebook; a field of the schema carries its description as metadata "description" and "description_zh".
 * Types as Arrow has them:
 *
 *     text      utf8; where texts repeat from row to row, a dictionary of int8, int16 or int32 to utf8
 *     integer   int64
 *     number    decimal128(38, 18): every number that a report can hold, exactly
 *     truth     bool
 *     date      date32
 *
 * Of a dictionary all batches of a stream have the same one. Where the codebook or the form knows all words
 * of a column, every table has the same one, also with words that no row has. Text is valid UTF-8, whatever
 * was parsed.
 *
 * Threads. A table, unlike a report, changes: one thread at a time may use it. To use several, fill a table
 * in each and put them together with nianbao_table_append.
 */

#include "nianbao/nianbao.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The Arrow C data and C stream interfaces, word for word as Apache Arrow publishes them, under the guards
 * that all projects use that repeat them. */
/* clang-format off */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  /* Array type description */
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;

  /* Release callback */
  void (*release)(struct ArrowSchema*);
  /* Opaque producer-specific data */
  void* private_data;
};

struct ArrowArray {
  /* Array data description */
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;

  /* Release callback */
  void (*release)(struct ArrowArray*);
  /* Opaque producer-specific data */
  void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  /* Callback to get the stream type (will be the same for all arrays in the stream). */
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  /* Callback to get the next array (if no error and the array is released, the stream has ended). */
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  /* Callback to get optional detailed error information, or NULL. */
  const char* (*get_last_error)(struct ArrowArrayStream*);

  /* Release callback */
  void (*release)(struct ArrowArrayStream*);
  /* Opaque producer-specific data */
  void* private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */
/* clang-format on */

/** What a row of a table is. */
enum {
  /** A cell of the form: 198 to some 230 rows a report. */
  NIANBAO_TABLE_FIGURES = 0,
  /** A report: title, agency, year and the like, and how much of it could be read. */
  NIANBAO_TABLE_REPORTS = 1,
  /** A diagnostic. */
  NIANBAO_TABLE_DIAGNOSTICS = 2,
  /** A quantity that the text of a report states. */
  NIANBAO_TABLE_STATEMENTS = 3
};

/** A table that reports are added to. */
typedef struct nianbao_table nianbao_table;

/** One of many inputs. Nothing of it is needed after the call. */
typedef struct nianbao_input {
  /** Its bytes; NULL if `size` is 0. */
  const void* data;
  size_t size;
  /** Where it came from, as for nianbao_table_add_report; NULL if `source_size` is 0. */
  const char* source;
  size_t source_size;
} nianbao_input;

/** Makes an empty table, `which` one of NIANBAO_TABLE_.... On success `*table` is a new table, otherwise
 *  NULL. */
NIANBAO_API nianbao_status nianbao_table_new(int32_t which, nianbao_table** table);

/** Frees a table. Streams that were exported from it, and what came out of them, live on. NULL is
 *  allowed. */
NIANBAO_API void nianbao_table_free(nianbao_table* table);

/** Adds the rows of `report`. `source` says in every row where it came from: a file name, an address; bytes
 * of it that are not UTF-8 become U+FFFD. It may be empty. The report is not needed afterwards.
 *
 *  If it fails, the table is as it was before. ARGUMENT also if a text has 2 GiB or more, for which Arrow's
 *  utf8 has no room. */
NIANBAO_API nianbao_status nianbao_table_add_report(nianbao_table* table, const nianbao_report* report,
                                                    nianbao_view source);

/** Reads a report as nianbao_parse does and adds its rows, which is faster than to do one after the other.
 *  Fails as nianbao_table_add_report does. */
NIANBAO_API nianbao_status nianbao_table_parse(nianbao_table* table, const void* data, size_t size,
                                               const nianbao_options* options, nianbao_view source);

/** Reads `count` reports (`inputs` is NULL if there are none), all with the same options, and adds the rows
 * of one after the other. For callers whose calls cost: threads of an interpreter with a lock give it away
 * once and not for each report.
 *
 *  If it fails, the table has the rows of the inputs before the one that failed; `*done`, unless NULL, is
 *  their number. */
NIANBAO_API nianbao_status nianbao_table_parse_all(nianbao_table* table, const nianbao_input* inputs,
                                                   size_t count, const nianbao_options* options,
                                                   size_t* done);

/** Moves all rows of `other`, which must be the same kind of table, behind those of `table`; `other` is empty
 *  then and may be filled again. If it fails, both are as they were. */
NIANBAO_API nianbao_status nianbao_table_append(nianbao_table* table, nianbao_table* other);

/** How many rows there are. */
NIANBAO_API uint64_t nianbao_table_row_count(const nianbao_table* table);

/** The schema: a struct with a child for each column. The caller releases it. */
NIANBAO_API nianbao_status nianbao_table_schema(const nianbao_table* table, struct ArrowSchema* schema);

/** All rows as a stream of record batches, in the order in which they were added. The table keeps them: it
 * may be exported again, and rows that are added later are not in this stream. The caller releases the
 * stream; what was taken out of it is released on its own, in any order and from any thread. */
NIANBAO_API nianbao_status nianbao_table_export(nianbao_table* table, struct ArrowArrayStream* stream);

#ifdef __cplusplus
}
#endif

#endif
