using System.Text.Json;

namespace TaskGen.Options;

/// <summary>The JSON options of this host, under a name of their own: a host may have other options registered.</summary>
internal sealed record HostJson(JsonSerializerOptions Options);
