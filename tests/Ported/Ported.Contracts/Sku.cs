using System.Text.Json.Serialization;

namespace Ported.Contracts;

[JsonConverter(typeof(SkuConverter))]
public readonly record struct Sku(string Family, int Number);
