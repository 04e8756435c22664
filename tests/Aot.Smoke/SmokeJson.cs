using System.Text.Json.Serialization;
using TaskGen;

[assembly: TaskJsonContext<TaskGen.Aot.Smoke.SmokeJson>]

namespace TaskGen.Aot.Smoke;

/// <summary>
/// What a native program has instead of reflection: each type of a payload, a result or a progress report that is not primitive.
/// </summary>
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderStep))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Part))]
[JsonSerializable(typeof(Total))]
[JsonSerializable(typeof(Basket))]
internal sealed partial class SmokeJson : JsonSerializerContext;
