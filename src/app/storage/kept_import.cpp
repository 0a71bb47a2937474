#include "app/storage/kept_import.h"

#include <memory>
#include <string>

#include "app/files/document_writer.h"
#include "app/storage/stored_names.h"
#include "store/edit.h"
#include "store/merge.h"

namespace fullcircle {
namespace {

/// The log as a document of its own: small, because it is read at every start.
std::string encode_log(const ImportLog& log) {
  Document document;
  document.set_workspace(log.id);
  StampClock clock(Actor{1}, [&log] { return log.at; });
  Edit edit;
  edit.create(log);
  apply(document, clock, edit);
  return encode_document(document);
}

void read_one(Blobs& blobs, std::string_view folder, std::string_view name, std::function<void(Result<Document>)> done) {
  auto bytes = std::make_shared<std::optional<std::string>>();
  blobs.read(folder, [name](std::string_view other) { return other == name; }, [bytes](Blob blob) { *bytes = std::move(blob.bytes); },
             [bytes, done = std::move(done)](Result<> read) {
               if (!read) return done(std::unexpected(read.error()));
               done(*bytes ? read_document(**bytes) : fail("error.storage.missing"));
             });
}

}  // namespace

void keep_import(Blobs& blobs, std::string_view folder, const Document& added, const ImportLog& log, std::function<void(Result<>)> done) {
  const auto transaction = blobs.begin(folder);
  transaction->put(kKeptImportLogName, encode_log(log));
  transaction->put(kKeptImportName, encode_document(added));
  transaction->commit(std::move(done));
}

void find_kept_import(Blobs& blobs, std::string_view folder, std::function<void(std::optional<ImportLog>)> done) {
  read_one(blobs, folder, kKeptImportLogName, [done = std::move(done)](Result<Document> read) {
    if (read)
      for (const ImportLog& log : read->table<ImportLog>().alive()) return done(log);
    done(std::nullopt);
  });
}

void read_kept_import(Blobs& blobs, std::string_view folder, std::function<void(Result<Document>)> done) {
  read_one(blobs, folder, kKeptImportName, std::move(done));
}

void drop_kept_import(Blobs& blobs, std::string_view folder) {
  const auto transaction = blobs.begin(folder);
  transaction->remove(kKeptImportLogName);
  transaction->remove(kKeptImportName);
  transaction->commit([](Result<>) {});
}

}  // namespace fullcircle
