// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdint>

#include "form/form.hpp"

namespace nianbao::form {

namespace {

struct Pair {
  char32_t traditional;
  char32_t simplified;
};

// Every traditional character that ICU's Hant-Hans makes one of the characters of the form's
// labels, in order; a test holds the table against ICU.
constexpr std::array<Pair, 121> pairs{{
    // clang-format off
    {U'佈', U'布'}, {U'係', U'系'}, {U'俱', U'具'}, {U'傢', U'家'}, {U'內', U'内'}, {U'動', U'动'},
    {U'務', U'务'}, {U'區', U'区'}, {U'問', U'问'}, {U'單', U'单'}, {U'噹', U'当'}, {U'國', U'国'},
    {U'埰', U'采'}, {U'執', U'执'}, {U'報', U'报'}, {U'審', U'审'}, {U'對', U'对'}, {U'屬', U'属'},
    {U'廢', U'废'}, {U'強', U'强'}, {U'後', U'后'}, {U'復', U'复'}, {U'應', U'应'}, {U'捲', U'卷'},
    {U'採', U'采'}, {U'搆', U'构'}, {U'損', U'损'}, {U'據', U'据'}, {U'數', U'数'}, {U'於', U'于'},
    {U'會', U'会'}, {U'條', U'条'}, {U'業', U'业'}, {U'構', U'构'}, {U'標', U'标'}, {U'機', U'机'},
    {U'檯', U'台'}, {U'權', U'权'}, {U'決', U'决'}, {U'沒', U'没'}, {U'況', U'况'}, {U'減', U'减'},
    {U'為', U'为'}, {U'無', U'无'}, {U'爲', U'为'}, {U'獲', U'获'}, {U'現', U'现'}, {U'當', U'当'},
    {U'發', U'发'}, {U'監', U'监'}, {U'硏', U'研'}, {U'確', U'确'}, {U'祕', U'秘'}, {U'穩', U'稳'},
    {U'穫', U'获'}, {U'範', U'范'}, {U'糾', U'纠'}, {U'納', U'纳'}, {U'組', U'组'}, {U'結', U'结'},
    {U'統', U'统'}, {U'經', U'经'}, {U'維', U'维'}, {U'編', U'编'}, {U'總', U'总'}, {U'織', U'织'},
    {U'繫', U'系'}, {U'繳', U'缴'}, {U'繼', U'继'}, {U'續', U'续'}, {U'罰', U'罚'}, {U'臺', U'台'},
    {U'舉', U'举'}, {U'菓', U'果'}, {U'萬', U'万'}, {U'處', U'处'}, {U'號', U'号'}, {U'補', U'补'},
    {U'製', U'制'}, {U'複', U'复'}, {U'規', U'规'}, {U'計', U'计'}, {U'訟', U'讼'}, {U'訪', U'访'},
    {U'設', U'设'}, {U'許', U'许'}, {U'訴', U'诉'}, {U'詢', U'询'}, {U'認', U'认'}, {U'說', U'说'},
    {U'説', U'说'}, {U'請', U'请'}, {U'議', U'议'}, {U'護', U'护'}, {U'費', U'费'}, {U'資', U'资'},
    {U'購', U'购'}, {U'跤', U'交'}, {U'踰', U'逾'}, {U'轉', U'转'}, {U'辦', U'办'}, {U'這', U'这'},
    {U'進', U'进'}, {U'過', U'过'}, {U'鈎', U'钩'}, {U'鉤', U'钩'}, {U'錶', U'表'}, {U'門', U'门'},
    {U'開', U'开'}, {U'関', U'关'}, {U'關', U'关'}, {U'隻', U'只'}, {U'項', U'项'}, {U'題', U'题'},
    {U'額', U'额'}, {U'類', U'类'}, {U'颱', U'台'}, {U'體', U'体'}, {U'髮', U'发'}, {U'麵', U'面'},
    {U'齣', U'出'},
    // clang-format on
}};

constexpr std::array<std::uint64_t, (past_han - first_han) / 64> bits_of_pairs() {
  std::array<std::uint64_t, (past_han - first_han) / 64> bits{};
  for (const auto& pair : pairs) {
    const auto at = pair.traditional - first_han;
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return bits;
}

constexpr unsigned count_of_bits(std::uint64_t bits) noexcept {
  unsigned count = 0;
  for (; bits != 0; bits &= bits - 1) ++count;
  return count;
}

// How many pairs stand before those of each word of bits: a character's place among the bits is its pair's
// among the pairs, without any search.
constexpr auto pairs_before = [] {
  std::array<std::uint8_t, (past_han - first_han) / 64> before{};
  unsigned count = 0;
  const auto bits = bits_of_pairs();
  for (std::size_t i = 0; i < bits.size(); ++i) {
    before[i] = static_cast<std::uint8_t>(count);
    count += count_of_bits(bits[i]);
  }
  return before;
}();
static_assert(pairs.size() < 256, "places of pairs are bytes");

}  // namespace

const std::array<std::uint64_t, (past_han - first_han) / 64> traditional_bits = bits_of_pairs();

char32_t simplified(char32_t c) noexcept {
  if (!is_traditional(c)) return c;
  const auto at = c - first_han;
  const auto before = traditional_bits[at / 64] & ~(~std::uint64_t{0} << (at % 64));
  return pairs[pairs_before[at / 64] + count_of_bits(before)].simplified;
}

}  // namespace nianbao::form
