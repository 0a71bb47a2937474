// Space, radii and sizes of the design, in logical pixels.
#pragma once

namespace fullcircle::ui::metrics {

inline constexpr float kSidebarWidth = 232, kSidebarPadding = 12, kSidebarItem = 32;
inline constexpr float kSheetMargin = 8, kTopBar = 56, kContentPadding = 40, kContentTop = 24, kColumnGap = 56;
inline constexpr float kDetailPanel = 420, kDetailPadding = 32, kSectionGap = 28;
inline constexpr float kFocusHeader = 64, kFocusRail = 260, kFocusCard = 760, kFocusAside = 280, kFocusGap = 36;
inline constexpr float kPhonePadding = 20, kPhoneHeader = 56, kPhoneTabBar = 64, kPhoneTarget = 44;

inline constexpr float kRadiusSheet = 12, kRadiusPalette = 14, kRadiusControl = 8, kRadiusChoice = 10, kRadiusSmall = 7, kRadiusChip = 6,
                       kRadiusCheckbox = 5;

inline constexpr float kControl = 32, kControlSmall = 28, kControlHeader = 36, kControlForm = 40, kControlPhone = 44;
inline constexpr float kChip = 22, kTab = 40, kSegmented = 32, kSegmentedInner = 28, kCheckbox = 16, kCheckboxPhone = 20;
inline constexpr float kRow = 48, kRowCompact = 40, kRowTree = 42, kRowTreeTop = 46, kRowTask = 60, kTableHead = 34, kTreeIndent = 24;
inline constexpr float kRowOverhang = 12;  ///< how far hover and selection reach beyond a row on each side
inline constexpr float kBar = 6, kReferenceTick = 12;

inline constexpr float kPhoneBelow = 700, kWideFrom = 1200;

inline constexpr float kHoverSeconds = 0.12f, kMenuSeconds = 0.16f, kPanelSeconds = 0.20f, kChartSeconds = 0.24f, kNoticeSeconds = 6.0f,
                       kTooltipSeconds = 0.45f;

}  // namespace fullcircle::ui::metrics
