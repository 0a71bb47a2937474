// The identity of a widget from frame to frame, and of its element in the mirror.
#pragma once

#include <cstdint>
#include <string_view>

namespace fullcircle {

/// Zero means "no widget". The same string under the same parent gives the same id in every run.
using WidgetId = std::uint32_t;

/// FNV-1a over the parent's id and the text, so that `widget_id("name", widget_id(person_id))` never collides by position.
constexpr WidgetId widget_id(std::string_view text, WidgetId parent = 0) {
  std::uint32_t hash = 2166136261u ^ parent;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  hash = (hash ^ (hash >> 15)) * 0x2c1b3c6du;  // FNV alone leaves the last character in the low bits
  return hash != 0 ? hash : 1;
}

constexpr WidgetId widget_id(std::uint64_t number, WidgetId parent) {
  char bytes[8] = {};
  for (int i = 0; i < 8; ++i) bytes[i] = static_cast<char>(number >> (8 * i));
  return widget_id(std::string_view(bytes, 8), parent);
}

}  // namespace fullcircle
