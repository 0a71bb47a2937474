// The secret of a device on paper, so that a broken device does not take the answers with it.
#pragma once

#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/storage/device_record.h"

namespace fullcircle {

/// The recovery text in groups that can be copied by hand; spaces in it mean nothing when it is typed in again.
/// Example: "AGE-SECRET-KEY-1QQQQQ…" -> "AGE-SECRET-KEY-1 QQQQQ …"
std::string grouped_recovery_text(std::string_view identity);

/// A whole HTML document without anything from outside.
std::string encode_recovery_html(const DeviceKey& key, std::string_view team, Day today, const Language& language, const Formats& formats);

}  // namespace fullcircle
