using System.Text.Json.Serialization;

namespace Ported.Contracts;

[JsonSerializable(typeof(Page<PriceChange>))]
[JsonSerializable(typeof(Subtitle))]
[JsonSerializable(typeof(PluginPackage))]
public sealed partial class ContractsJson : JsonSerializerContext;
