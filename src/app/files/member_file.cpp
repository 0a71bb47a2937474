#include "app/files/member_file.h"

#include <algorithm>

#include "app/files/document_writer.h"
#include "app/files/member_rights.h"
#include "app/files/row_selection.h"
#include "store/row_life.h"
#include "store/row_versions.h"

namespace fullcircle {
namespace {

constexpr std::string_view kMemberKey = "member";
constexpr std::string_view kReturnKey = "isReturn";

const Person* find_member(const Document& document, Id<Person> member) {
  const Person* person = document.table<Person>().find(member);
  return person && !person->is_external ? person : nullptr;
}

Value::Object head(Id<Person> member, bool is_return) {
  return {{std::string(kMemberKey), to_text(member)}, {std::string(kReturnKey), is_return}};
}

/// A deleted record the member had: only that it was deleted.
void select_seen(const MemberRights& rights, KindIndex kind, ConstRowRef row, RowRef selected) {
  const bool is_alive = row.state.is_alive();
  select_fields(selected, [&](const FieldAccess& field) { return is_alive && rights.may_see_field(kind, row.entity, field); }, History::leave_out);
}

Document select_for_member(const Document& document, Id<Person> member) {
  const MemberRights rights(document, member);
  Document selected;
  selected.set_workspace(document.workspace());
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const RowList& all = document.table(kind).list();
    RowList rows(kind);
    for (std::size_t at = 0; at < all.size(); ++at)
      if (rights.may_see(kind, all.entity(at))) select_seen(rights, kind, all[at], rows.add_copy(all.state(at)));
    selected.table(kind).add_rows(std::move(rows));
  }
  return selected;
}

/// Takes out of `selected` the versions that are `here` already: a member's copy has them without what they replaced.
void drop_known(ConstRowRef here, RowRef selected) {
  if (!selected.state.detail) return;
  std::vector<std::uint16_t> known;
  for (FieldState& state : selected.state.detail->fields) {
    const FieldAccess* field = find_field(selected.fields, state.field);
    if (!field) continue;
    const VersionSet own = versions_of(here, *field), all = versions_of(selected, *field);
    const auto is_known = [&](const Version& version) {
      return std::ranges::any_of(own, [&](const Version& one) { return one.stamp == version.stamp && one.value == version.value; });
    };
    if (std::ranges::all_of(all, is_known)) known.push_back(field->id);
    else std::erase_if(state.older, is_known);
  }
  for (const FieldAccess& field : selected.fields)
    if (std::ranges::contains(known, field.id)) field.reset(selected.entity);
  std::erase_if(selected.state.detail->fields, [&](const FieldState& state) { return std::ranges::contains(known, state.field); });
}

/// Leaves in `selected`, a copy of `row`, what this member may say about the record `here` (none: they made it).
void select_allowed(const MemberRights& rights, KindIndex kind, const std::optional<ConstRowRef>& here, ConstRowRef row, RowRef selected, int& refused) {
  const void* known = here ? here->entity : nullptr;
  const auto is_wanted = [&](const FieldAccess& field) { return rights.may_change(kind, known, row.entity, field.key); };
  if (row.state.detail)
    for (const FieldState& state : row.state.detail->fields) {
      const FieldAccess* field = find_field(row.fields, state.field);
      const bool is_news = !here || shown_stamp(here->state, state.field) < state.stamp;
      refused += field && is_news && !is_wanted(*field);
    }
  here || row.state.is_partial() ? select_edits(selected, is_wanted) : select_fields(selected, is_wanted, History::keep);
  if (here) drop_known(*here, selected);
  if (selected.state.detail && !rights.may_erase(kind, known, row.entity)) {
    refused += static_cast<int>(here ? 0 : selected.state.detail->events.size());
    selected.state.detail->events.clear();
    update_life(selected);
  }
}

/// What the member may have written of their own copy. Records they may make go as a whole: only the lead's copy can tell whether it has them.
Document select_written(const Document& document, Id<Person> member) {
  const MemberRights rights(document, member);
  Document written;
  written.set_workspace(document.workspace());
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const RowList& all = document.table(kind).list();
    RowList rows(kind);
    for (std::size_t at = 0; at < all.size(); ++at) {
      const ConstRowRef row = all[at];
      const bool may_be_theirs = !row.state.is_partial() && rights.may_change(kind, nullptr, row.entity, {});
      const void* known = may_be_theirs ? nullptr : row.entity;
      const auto is_wanted = [&](const FieldAccess& field) { return rights.may_change(kind, known, row.entity, field.key); };
      const RowRef selected = rows.add_copy(row.state);
      may_be_theirs ? select_fields(selected, is_wanted, History::keep) : select_edits(selected, is_wanted);
      if (says_nothing(selected.state)) rows.truncate(rows.size() - 1);
    }
    written.table(kind).add_rows(std::move(rows));
  }
  return written;
}

}  // namespace

Result<std::string> encode_member_file(const Document& document, Id<Person> member) {
  if (!find_member(document, member)) return fail("error.member.missing");
  return encode_document(select_for_member(document, member), kMemberFormat, head(member, false));
}

Result<std::string> encode_member_return(const Document& document, Id<Person> member) {
  if (!find_member(document, member)) return fail("error.member.missing");
  return encode_document(select_written(document, member), kMemberFormat, head(member, true));
}

Result<MemberFile> read_member_file(std::string_view bytes) {
  DocumentReader reader(kMemberFormat);
  if (auto fed = reader.feed(bytes); !fed) return std::unexpected(fed.error());
  auto document = reader.finish();
  if (!document) return std::unexpected(document.error());
  MemberFile file{.document = *std::move(document)};
  for (const auto& [key, value] : reader.other_members()) {
    const auto id = key == kMemberKey && value.as_text() ? parse_record_id(*value.as_text()) : std::nullopt;
    if (id) file.member = Id<Person>(*id);
    if (key == kReturnKey && value.as_bool()) file.is_return = *value.as_bool();
  }
  if (!file.member) return fail(std::string(file_error::kMissing), "1:1", std::string(kMemberKey));
  return file;
}

MemberReturn select_allowed_changes(const Document& document, Id<Person> member, Document&& returned) {
  const MemberRights rights(document, member);
  MemberReturn allowed;
  allowed.changes.set_workspace(document.workspace());
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const RowList& all = returned.table(kind).list();
    RowList rows(kind);
    for (std::size_t at = 0; at < all.size(); ++at) {
      const ConstRowRef row = all[at];
      const auto here = document.table(kind).find_any(all.id(at));
      const bool may_exist = here || (!row.state.is_partial() && rights.may_change(kind, nullptr, row.entity, {}));
      if (!may_exist) {
        allowed.refused_fields += rights.may_see(kind, row.entity) ? 0 : 1;
        continue;
      }
      const RowRef selected = rows.add_copy(row.state);
      select_allowed(rights, kind, here, row, selected, allowed.refused_fields);
      if (says_nothing(selected.state)) rows.truncate(rows.size() - 1);
    }
    allowed.changes.table(kind).add_rows(std::move(rows));
  }
  return allowed;
}

Document select_for_leads(const Document& document) { return select_for_lead(document, {}); }

Document select_for_lead(const Document& document, Id<Person> recipient) {
  Document selected = document;
  selected.table<ReceivedRequest>().take_list();
  std::vector<RecordId> private_notes;
  for (const Row<Feedback>& row : selected.table<Feedback>().rows())
    if (row.entity.is_private && (!recipient || row.entity.author != recipient)) private_notes.push_back(row.entity.id);
  selected.table<Feedback>().remove_rows(private_notes);
  const auto leaves = [](const FieldAccess& field) { return field.audience != Audience::device; };
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    if (std::ranges::all_of(kind_fields(kind), leaves)) continue;
    selected.table(kind).change_rows([&](RowList& rows) {
      for (std::size_t at = 0; at < rows.size(); ++at) select_fields(rows[at], leaves, History::keep);
    });
  }
  return selected;
}

}  // namespace fullcircle
