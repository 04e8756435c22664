using TaskGen;

namespace Generator.Tests.Support;

/// <summary>A dispatch as the client received it.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Json">The payload.</param>
/// <param name="Key">The key that the definition wrote; empty where it wrote none.</param>
/// <param name="Defaults">The options that the attribute declares.</param>
/// <param name="Options">The options that override the declared ones.</param>
internal sealed record Recorded(string Name, string Json, string Key, TaskDefaults Defaults, EnqueueOptions? Options);
