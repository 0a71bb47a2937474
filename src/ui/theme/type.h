// Type roles: Inter in three weights. Sizes and line heights are logical pixels, as CSS counts them.
#pragma once

#include <cstdint>

namespace fullcircle::ui {

enum class Weight : std::uint8_t { regular, medium, semibold };

/// One role of text. Take one of the constants in `type`; vary weight or figures with the members, never the size by hand.
struct TextStyle {
  float size;       ///< as CSS font-size
  float line;       ///< line height; one line of text is centred in it
  Weight weight = Weight::regular;
  bool tabular = false;  ///< figures that stand in a column

  constexpr TextStyle regular() const { return {size, line, Weight::regular, tabular}; }
  constexpr TextStyle medium() const { return {size, line, Weight::medium, tabular}; }
  constexpr TextStyle semibold() const { return {size, line, Weight::semibold, tabular}; }
  constexpr TextStyle figures() const { return {size, line, weight, true}; }
  constexpr bool operator==(const TextStyle&) const = default;
};

namespace type {
inline constexpr TextStyle first_run{32, 40, Weight::semibold};
inline constexpr TextStyle greeting{26, 32, Weight::semibold};
inline constexpr TextStyle page_title{22, 28, Weight::semibold};
inline constexpr TextStyle detail_title{20, 26, Weight::semibold};
inline constexpr TextStyle section{16, 24, Weight::semibold};
inline constexpr TextStyle bar_title{15, 22, Weight::semibold};   ///< title in the top bar
inline constexpr TextStyle group{14, 20, Weight::semibold};       ///< group head, tab title
inline constexpr TextStyle row{14, 20, Weight::medium};           ///< row title in a list
inline constexpr TextStyle phone_row{15, 18, Weight::medium};    ///< the same on phones, over one line or two
inline constexpr TextStyle form{14, 20, Weight::regular};         ///< text in a form
inline constexpr TextStyle lead{15, 22, Weight::regular};         ///< the sentence under a greeting
inline constexpr TextStyle body{13, 20, Weight::regular};         ///< body and cells
inline constexpr TextStyle control{13, 20, Weight::medium};       ///< buttons, navigation, tabs
inline constexpr TextStyle caption{12, 16, Weight::regular};
inline constexpr TextStyle head{12, 16, Weight::medium};          ///< column head
inline constexpr TextStyle axis{11, 14, Weight::regular};         ///< axis, key cap
inline constexpr TextStyle figure{22, 28, Weight::semibold};      ///< display figure
inline constexpr TextStyle figure_large{28, 36, Weight::semibold};
inline constexpr TextStyle figure_largest{30, 38, Weight::semibold};
}  // namespace type

}  // namespace fullcircle::ui
