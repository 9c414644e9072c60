// SPDX-License-Identifier: Apache-2.0
#include "core/io/model_library.hpp"

#include "core/base/error.hpp"

#include <dlfcn.h>
#include <fairlead/model.h>
#include <fmt/format.h>

#include <array>
#include <cmath>

namespace fairlead::io {
namespace {

constexpr const char* entry_name = "fairlead_get_cost_model";

using EntryPoint = decltype(&fairlead_get_cost_model);

class LibraryModel final : public cost::CostModel {
  public:
    LibraryModel(cost::ModelCard card, const fairlead_cost_model& model)
        : CostModel(std::move(card)), model_(model) {}

  private:
    void evaluate(std::span<const double* const> inputs, std::span<double> per_hour,
                  std::span<double> per_nmi) const override {
        std::array<char, 512> reason{};
        int failed = 0;
        try {
            failed = model_.rates(model_.context, inputs.data(), per_hour.size(), per_hour.data(),
                                  per_nmi.data(), reason.data(), reason.size());
        } catch (const std::exception& exception) {
            fail(exception.what());
        } catch (...) {
            fail("it threw something that is no std::exception");
        }
        if (failed != 0) {
            reason.back() = '\0';
            fail(reason.front() != '\0' ? reason.data() : "it gives no reason");
        }
    }

    [[noreturn]] void fail(const char* reason) const {
        throw Error(ErrorCode::invalid_argument, fmt::format("cost model '{}' ({}) failed: {}",
                                                             card().name, card().source, reason));
    }

    const fairlead_cost_model& model_;
};

/// A text of the model that must be there.
std::string required(const char* text, const char* member, const std::string& file) {
    if (text == nullptr || *text == '\0') {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: the cost model has no {}", file, member));
    }
    return text;
}

std::vector<cost::ModelInput> inputs_of(const fairlead_cost_model& model, const std::string& file) {
    std::vector<cost::ModelInput> inputs;
    for (const char* const* name = model.inputs; name != nullptr && *name != nullptr; ++name) {
        inputs.push_back(cost::expect_model_input(*name, file + ": the cost model"));
    }
    return inputs;
}

cost::ModelCard card_of(const fairlead_cost_model& model, const std::string& file) {
    cost::ModelCard card;
    card.name = required(model.name, "name", file);
    card.version = model.version != nullptr ? model.version : "";
    card.unit = required(model.unit, "unit", file);
    card.source = file;
    card.inputs = inputs_of(model, file);
    for (const auto* parameter = model.parameters;
         parameter != nullptr && parameter->name != nullptr; ++parameter) {
        card.parameters.push_back({parameter->name, parameter->value});
    }
    if (!std::isfinite(model.waiting_per_hour)) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: waiting_per_hour is {}", file, model.waiting_per_hour));
    }
    if (model.waiting_per_hour >= 0.0) {
        card.waiting_per_h = model.waiting_per_hour;
    }
    card.claims_monotone_in_ice = (model.claims & FAIRLEAD_CLAIMS_MONOTONE_IN_ICE) != 0;
    return card;
}

} // namespace

std::shared_ptr<const cost::CostModel> load_cost_model_library(const std::filesystem::path& file) {
    const auto name = file.string();
    if (!std::filesystem::exists(file)) {
        throw Error(ErrorCode::not_found, fmt::format("{}: there is no such file", name));
    }
    // With a slash in it, so that it is not looked for among the libraries of the system.
    void* const library = dlopen(std::filesystem::absolute(file).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* const reason = dlerror();
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: cannot be loaded as a library: {}", name,
                                reason != nullptr ? reason : "no reason is given"));
    }
    void* const symbol = dlsym(library, entry_name);
    if (symbol == nullptr) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is a library, but does not export {}()", name, entry_name));
    }
    const auto* const model = reinterpret_cast<EntryPoint>(symbol)();
    if (model == nullptr) {
        throw Error(ErrorCode::malformed, fmt::format("{}: {}() gives no model", name, entry_name));
    }
    if (model->abi != FAIRLEAD_MODEL_ABI) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: was built for version {} of fairlead/model.h, this program "
                                "takes version {}; build it again with its header",
                                name, model->abi, FAIRLEAD_MODEL_ABI));
    }
    if (model->rates == nullptr) {
        throw Error(ErrorCode::malformed, fmt::format("{}: the cost model has no rates", name));
    }
    return std::make_shared<LibraryModel>(card_of(*model, name), *model);
}

} // namespace fairlead::io
