// icc, icc_groups, krippendorff, rwg, cronbach.
#include <algorithm>
#include <map>

#include "app/analyse/methods.h"
#include "rating/agreement_rwg.h"
#include "rating/cronbach.h"
#include "rating/intraclass.h"
#include "rating/krippendorff.h"

namespace fullcircle::analysis {

namespace {

std::vector<std::vector<double>> complete_rows(const std::vector<Cells>& table) {
  std::vector<std::vector<double>> complete;
  for (const Cells& row : table) {
    if (std::any_of(row.begin(), row.end(), [](const auto& cell) { return !cell; })) continue;
    auto& kept = complete.emplace_back();
    for (const auto& cell : row) kept.push_back(*cell);
  }
  return complete;
}

void run_icc(Request& request, Reply& reply) {
  const auto table = request.table("ratings");
  if (request.failed()) return;
  const rating::Intraclass icc = rating::compute_intraclass(complete_rows(table));
  reply.add("rows", icc.ratees);
  reply.add("bms", icc.between);
  reply.add("jms", icc.raters_mean_square);
  reply.add("ems", icc.error);
  reply.add("wms", icc.within);
  const std::pair<const char*, const rating::Coefficient*> coefficients[] = {
      {"icc1_1", &icc.one_1}, {"icc2_1", &icc.two_1}, {"icc3_1", &icc.three_1},
      {"icc1_k", &icc.one_k}, {"icc2_k", &icc.two_k}, {"icc3_k", &icc.three_k}};
  for (const auto& [key, coefficient] : coefficients) {
    const std::string name = key;
    reply.add(name, coefficient->value);
    reply.add(name + "_f", coefficient->f);
    reply.add(name + "_p", coefficient->p);
    reply.add(name + "_ci95", coefficient->interval);
  }
}

void run_icc_groups(Request& request, Reply& reply) {
  const auto groups = request.groups("groups");
  if (request.failed()) return;
  const rating::IntraclassGroups icc = rating::compute_intraclass_groups(groups);
  reply.add("ms_between", icc.between);
  reply.add("ms_within", icc.within);
  reply.add("f", icc.f);
  reply.add("mean_size", icc.mean_size);
  reply.add("n0", icc.effective_size);
  reply.add("icc1", icc.icc1);
  reply.add("icc1_mean_size", icc.icc1_mean_size);
  reply.add("icc2", icc.icc2);
  reply.add("tau2", icc.variance_between);
}

/// Categories may be names; each becomes a number of its own.
std::vector<Cells> nominal_table(Request& request) {
  std::map<std::string, double> number_of;
  Value::List rows;
  const Value* value = request.find("ratings");
  const Value::List* list = value ? value->as_list() : nullptr;
  if (!list) return request.table("ratings");
  for (const Value& row : *list) {
    const Value::List* cells = row.as_list();
    if (!cells) return request.table("ratings");
    Value::List numbers;
    for (const Value& cell : *cells) {
      const std::string* name = cell.as_text();
      numbers.push_back(name ? Value(number_of.emplace(*name, -1e9 - static_cast<double>(number_of.size())).first->second) : cell);
    }
    rows.emplace_back(std::move(numbers));
  }
  const Value coded(Value::Object{{"ratings", Value(std::move(rows))}});
  Request part(coded);
  auto table = part.table("ratings");
  request.take_error(part);
  return table;
}

void run_krippendorff(Request& request, Reply& reply) {
  const std::size_t level = request.choice("level", {"nominal", "ordinal", "interval", "ratio"}, true);
  const auto table = level == 0 ? nominal_table(request) : request.table("ratings");
  if (request.failed()) return;
  const rating::Krippendorff result = rating::compute_krippendorff(table, static_cast<rating::ScaleLevel>(level));
  reply.add("alpha", result.alpha);
  reply.add("pairable", result.pairable);
}

void run_rwg(Request& request, Reply& reply) {
  const int options = request.whole("options", 2, 1'000'000);
  const Value* ratings = request.find("ratings");
  const Value::List* list = ratings ? ratings->as_list() : nullptr;
  const bool several = list && !list->empty() && (*list)[0].as_list();
  if (several) {
    const auto table = request.table("ratings");
    if (request.failed()) return;
    const rating::RwgMany result = rating::compute_rwg_j(table, options);
    reply.add("rwg_j", result.rwg_j);
    reply.add("ad_m", result.ad_mean);
  } else {
    const std::vector<double> one = request.present("ratings");
    if (request.failed()) return;
    const rating::RwgOne result = rating::compute_rwg(one, options);
    reply.add("rwg", result.rwg);
    reply.add("rwg_raw", result.rwg_raw);
    reply.add("ad_m", result.ad_mean);
    reply.add("ad_md", result.ad_median);
  }
  reply.add("sigma2_eu", rating::Figure(rating::compute_uniform_variance(options)));
  reply.add("ad_limit", rating::Figure(rating::compute_ad_limit(options)));
}

void reverse_items(Request& request, std::vector<Cells>& table, std::size_t items) {
  if (!request.has("reversed")) return;
  const std::vector<double> reversed = request.numbers("reversed");
  if (reversed.empty()) return;
  const double sum = request.number("max_plus_min");
  for (std::size_t i = 0; i < reversed.size(); ++i) {
    const bool is_index = reversed[i] >= 0 && reversed[i] < static_cast<double>(items) && reversed[i] == static_cast<double>(static_cast<std::size_t>(reversed[i]));
    if (!is_index && !table.empty()) return request.reject("reversed." + std::to_string(i), "the index of an item, from 0");
    for (Cells& row : table) {
      auto& cell = row[static_cast<std::size_t>(reversed[i])];
      if (cell) cell = sum - *cell;
    }
  }
}

void run_cronbach(Request& request, Reply& reply) {
  auto table = request.table("rows");
  const std::size_t items = table.empty() ? 0 : table[0].size();
  reverse_items(request, table, items);
  if (request.failed()) return;
  const rating::Cronbach result = rating::compute_cronbach(complete_rows(table), items);
  reply.add("rows", result.rows);
  reply.add("alpha", result.alpha);
  reply.add("alpha_standardised", result.alpha_standardised);
  reply.add("mean_r", result.mean_correlation);
  reply.add("alpha_if_dropped", result.alpha_without);
  reply.add("ci95", result.interval);
}

constexpr Method kMethods[] = {{"icc", run_icc},
                               {"icc_groups", run_icc_groups},
                               {"krippendorff", run_krippendorff},
                               {"rwg", run_rwg},
                               {"cronbach", run_cronbach}};

}  // namespace

std::span<const Method> agreement_methods() { return kMethods; }

}  // namespace fullcircle::analysis
