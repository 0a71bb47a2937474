#include "app/ports.h"

#include <array>

namespace fullcircle {

IdSource make_id_source(Random& random) {
  return [&random] {
    RecordId id;
    while (id.is_none()) {
      std::array<std::byte, 10> bytes;
      random.fill(bytes);
      for (std::size_t i = 0; i < 8; ++i) id.high = id.high << 8 | std::to_integer<std::uint64_t>(bytes[i]);
      id.low = static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[8]) << 8 | std::to_integer<unsigned>(bytes[9]));
    }
    return id;
  };
}

}  // namespace fullcircle
