// What the last import added, kept beside the workspace, so that it can still be undone after a restart.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "app/ports.h"
#include "store/document.h"

namespace fullcircle {

/// Keeps it in the place of the one before. That this fails costs no data, only the undo after a restart. Errors: those of BlobTransaction.
void keep_import(Blobs& blobs, std::string_view folder, const Document& added, const ImportLog& log, std::function<void(Result<>)> done);

/// The log of what is kept; nullopt when nothing is, or it cannot be read.
void find_kept_import(Blobs& blobs, std::string_view folder, std::function<void(std::optional<ImportLog>)> done);

/// What that import added. Errors: error.storage.missing, those of DocumentReader, and what else reading can meet.
void read_kept_import(Blobs& blobs, std::string_view folder, std::function<void(Result<Document>)> done);

/// It was undone.
void drop_kept_import(Blobs& blobs, std::string_view folder);

}  // namespace fullcircle
