using System.Text.Json;

namespace TaskGen.Options;

/// <summary>
/// The JSON options of TaskGen. The wrapper type distinguishes them from other <see cref="JsonSerializerOptions"/> that the host registers.
/// </summary>
internal sealed record HostJson(JsonSerializerOptions Options);
