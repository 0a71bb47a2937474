#include "app/files/member_file.h"

#include <algorithm>

#include "app/files/document_writer.h"
#include "app/files/member_rights.h"
#include "app/files/row_selection.h"

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
template <class Entity>
Row<Entity> select_seen(const MemberRights& rights, const Row<Entity>& row) {
  const bool is_alive = row.is_alive();
  return select_fields<Entity>(row, [&](const FieldAccess& field) { return is_alive && rights.may_see_field(row.entity, field.key, field.audience); }, History::leave_out);
}

Document select_for_member(const Document& document, Id<Person> member) {
  const MemberRights rights(document, member);
  Document selected;
  selected.set_workspace(document.workspace());
  for_each_kind([&]<class Entity>() {
    std::vector<Row<Entity>> rows;
    for (const Row<Entity>& row : document.table<Entity>().rows())
      if (rights.may_see(row.entity)) rows.push_back(select_seen(rights, row));
    selected.table<Entity>().add_rows(std::move(rows));
  });
  return selected;
}

bool asserts_anything(const RowState& row) {
  return !row.is_partial() || (row.detail && (!row.detail->fields.empty() || !row.detail->events.empty()));
}

/// What of `row` this member may say about the record `here` (nullptr: they made it).
template <class Entity>
Row<Entity> select_allowed(const MemberRights& rights, const Row<Entity>* here, const Row<Entity>& row, int& refused) {
  const Entity* known = here ? &here->entity : nullptr;
  const auto is_wanted = [&](const FieldAccess& field) { return rights.may_change(known, row.entity, field.key); };
  if (row.detail)
    for (const FieldState& state : row.detail->fields) {
      const FieldAccess* field = find_field(fields_of_kind<Entity>(), state.field);
      const bool is_news = !here || shown_stamp(*here, state.field) < state.stamp;
      refused += field && is_news && !is_wanted(*field);
    }
  Row<Entity> selected = here || row.is_partial() ? select_edits<Entity>(row, is_wanted) : select_fields<Entity>(row, is_wanted, History::keep);
  if (selected.detail && !rights.may_erase(known, row.entity)) {
    refused += static_cast<int>(here ? 0 : selected.detail->events.size());
    selected.detail->events.clear();
    selected.detail->life = Life::alive;
  }
  return selected;
}

/// What the member may have written of their own copy. Records they may make go as a whole: only the lead's copy can tell whether it has them.
Document select_written(const Document& document, Id<Person> member) {
  const MemberRights rights(document, member);
  Document written;
  written.set_workspace(document.workspace());
  for_each_kind([&]<class Entity>() {
    std::vector<Row<Entity>> rows;
    for (const Row<Entity>& row : document.table<Entity>().rows()) {
      const bool may_be_theirs = !row.is_partial() && rights.may_change(static_cast<const Entity*>(nullptr), row.entity, {});
      const Entity* known = may_be_theirs ? nullptr : &row.entity;
      const auto is_wanted = [&](const FieldAccess& field) { return rights.may_change(known, row.entity, field.key); };
      Row<Entity> selected = may_be_theirs ? select_fields<Entity>(row, is_wanted, History::keep) : select_edits<Entity>(row, is_wanted);
      if (asserts_anything(selected)) rows.push_back(std::move(selected));
    }
    written.table<Entity>().add_rows(std::move(rows));
  });
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
  if (!file.member) return fail(std::string(file_error::kMissing), {}, std::string(kMemberKey));
  return file;
}

MemberReturn select_allowed_changes(const Document& document, Id<Person> member, Document&& returned) {
  const MemberRights rights(document, member);
  MemberReturn allowed;
  allowed.changes.set_workspace(document.workspace());
  for_each_kind([&]<class Entity>() {
    std::vector<Row<Entity>> rows;
    for (const Row<Entity>& row : returned.table<Entity>().rows()) {
      const Row<Entity>* here = document.table<Entity>().find_row(row.entity.id);
      const bool may_exist = here || (!row.is_partial() && rights.may_change(static_cast<const Entity*>(nullptr), row.entity, {}));
      if (!may_exist) {
        allowed.refused_fields += rights.may_see(row.entity) ? 0 : 1;
        continue;
      }
      Row<Entity> selected = select_allowed(rights, here, row, allowed.refused_fields);
      if (asserts_anything(selected)) rows.push_back(std::move(selected));
    }
    allowed.changes.table<Entity>().add_rows(std::move(rows));
  });
  return allowed;
}

Document select_for_lead(const Document& document, Id<Person> recipient) {
  Document selected = document;
  selected.table<ReceivedRequest>().take_rows();
  selected.table<Feedback>().remove_rows([&](const Row<Feedback>& row) { return row.entity.is_private && row.entity.author != recipient; });
  for_each_kind([&]<class Entity>() {
    const auto leaves = [](const FieldAccess& field) { return field.audience != Audience::device; };
    if (std::ranges::all_of(fields_of_kind<Entity>(), leaves)) return;
    std::vector<Row<Entity>> rows;
    for (const Row<Entity>& row : selected.table<Entity>().take_rows()) rows.push_back(select_fields<Entity>(row, leaves, History::keep));
    selected.table<Entity>().add_rows(std::move(rows));
  });
  return selected;
}

}  // namespace fullcircle
