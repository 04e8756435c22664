using TaskGen;

namespace Generator.Tests.Support;

/// <summary>One dispatch as the client saw it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Json">The payload.</param>
/// <param name="Key">What the definition wrote as its key; empty: nothing.</param>
/// <param name="Defaults">What the attribute says.</param>
/// <param name="Options">What the dispatch wanted otherwise.</param>
internal sealed record Recorded(string Name, string Json, string Key, TaskDefaults Defaults, EnqueueOptions? Options);
