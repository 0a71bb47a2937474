#include "ui/frame/mirror.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace fullcircle {

// shell/mirror_records.js reads these offsets; a change here is a change there.
static_assert(sizeof(MirrorNode) == 176);
static_assert(offsetof(MirrorNode, x) == 28);
static_assert(offsetof(MirrorNode, name) == 44);
static_assert(offsetof(MirrorNode, labelled_by) == 76);
static_assert(offsetof(MirrorNode, content_width) == 100);
static_assert(offsetof(MirrorNode, number) == 112);
static_assert(offsetof(MirrorNode, font_size) == 144);
static_assert(offsetof(MirrorNode, text_colour) == 168);

namespace {

std::uint64_t hash_bytes(const void* bytes, std::size_t size, std::uint64_t hash) {
  const auto* byte = static_cast<const unsigned char*>(bytes);
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ byte[i]) * 1099511628211u;
  return hash;
}

/// The place of the strings in the arena moves when anything before them grows; their bytes are what counts.
std::uint64_t hash_node(MirrorNode node, std::string_view strings) {
  std::uint64_t hash = 1469598103934665603u;
  for (MirrorString* range : {&node.name, &node.value, &node.description, &node.placeholder}) {
    hash = hash_bytes(strings.data() + range->offset, range->length, hash ^ range->length);
    *range = {};
  }
  node.hash_low = node.hash_high = 0;
  return hash_bytes(&node, sizeof node, hash);
}

}  // namespace

void Mirror::begin_frame() {
  current_ = 1 - current_;
  recording().nodes.clear();
  recording().strings.clear();
  open_.clear();
  open_.push_back({0, {}});
  duplicate_ = 0;
}

MirrorString Mirror::keep(std::string_view text) {
  const auto offset = static_cast<std::uint32_t>(recording().strings.size());
  recording().strings.append(text);
  return {offset, static_cast<std::uint32_t>(text.size())};
}

void Mirror::open(const MirrorItem& item) {
  const Open parent = item.layer > 0 ? Open{} : open_.back();  // a popup belongs to the page, whoever opens it
  MirrorNode node{};
  node.id = item.id;
  node.parent = parent.id;
  node.role_level = static_cast<std::uint32_t>(item.role) | static_cast<std::uint32_t>(item.level) << 8 |
                    static_cast<std::uint32_t>(item.layer) << 16 | static_cast<std::uint32_t>(item.tab_index + 1) << 24;
  node.states = item.states;
  node.keys = item.keys;
  node.x = item.rect.x - parent.origin.x;
  node.y = item.rect.y - parent.origin.y;
  node.width = item.rect.width;
  node.height = item.rect.height;
  node.name = keep(item.name);
  node.value = keep(item.value);
  node.description = keep(item.description);
  node.placeholder = keep(item.placeholder);
  node.labelled_by = item.labelled_by;
  node.controls = item.controls;
  node.index = item.index;
  node.count = item.count;
  node.column_count = item.column_count;
  node.text_revision = item.text_revision;
  node.content_width = item.content_size.x;
  node.content_height = item.content_size.y;
  node.number = item.number;
  node.minimum = item.minimum;
  node.maximum = item.maximum;
  node.step = item.step;
  node.font_size = item.text.size_px;
  node.line_height = item.text.line_height_px;
  node.padding_left = item.text.padding_left;
  node.padding_top = item.text.padding_top;
  node.padding_right = item.text.padding_right;
  node.padding_bottom = item.text.padding_bottom;
  node.text_colour = item.text.colour;
  node.text_kind = item.text.weight | static_cast<std::uint32_t>(item.text.entry) << 16 |
                   static_cast<std::uint32_t>(item.text.align) << 24;
  const std::uint64_t hash = hash_node(node, recording().strings);
  node.hash_low = static_cast<std::uint32_t>(hash);
  node.hash_high = static_cast<std::uint32_t>(hash >> 32);
  recording().nodes.push_back(node);
  open_.push_back({item.id, {item.rect.x, item.rect.y}});
}

void Mirror::set_scroll(Point scroll) {
  open_.back().origin.x -= scroll.x;
  open_.back().origin.y -= scroll.y;
}

void Mirror::close() {
  assert(open_.size() > 1);
  open_.pop_back();
}

void Mirror::add(const MirrorItem& item) {
  open(item);
  close();
}

bool Mirror::end_frame() {
  assert(open_.size() == 1);
  const Recorded& now = frames_[current_];
  const Recorded& before = frames_[1 - current_];
  const bool same = now.nodes.size() == before.nodes.size() && now.strings == before.strings &&
                    (now.nodes.empty() ||
                     std::memcmp(now.nodes.data(), before.nodes.data(), now.nodes.size() * sizeof(MirrorNode)) == 0);
  if (same) return false;
  std::vector<WidgetId> ids;
  ids.reserve(now.nodes.size());
  for (const MirrorNode& node : now.nodes) ids.push_back(node.id);
  std::ranges::sort(ids);
  const auto twice = std::ranges::adjacent_find(ids);
  if (twice != ids.end()) duplicate_ = *twice;
  return true;
}

bool Mirror::contains(WidgetId id) const {
  return std::ranges::any_of(nodes(), [id](const MirrorNode& node) { return node.id == id; });
}

}  // namespace fullcircle
