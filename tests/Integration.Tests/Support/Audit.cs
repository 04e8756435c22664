namespace Integration.Tests;

/// <summary>Holds what bodies did against what was dispatched.</summary>
internal static class Audit
{
    /// <summary>
    /// Every key is one task whose body came to its end, and no body began more often than its failures explain. More starts are allowed
    /// only where a lease was lost in between, and where a caller had to dispatch a task again of which nothing is kept.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="failures">For each key that was dispatched, how often its body was to fail first.</param>
    /// <param name="repeats">For keys that were dispatched again and that nothing tells apart, how often.</param>
    public static void AssertOnce(
        Application app, IReadOnlyDictionary<string, int> failures, IReadOnlyDictionary<string, int>? repeats = null)
    {
        var leasesLost = app.Logs.Of(LogCollector.LeaseLost).Count + app.Logs.Of(LogCollector.Recovered).Count;
        Assert.Equal(
            failures.Keys.Order(StringComparer.Ordinal),
            app.Ledger.Entries.Select(static entry => entry.Key).Order(StringComparer.Ordinal));
        foreach (var (key, failed) in failures)
        {
            var entry = app.Ledger[key];
            Assert.True(entry.Ends > 0, $"'{key}' never came to its end.\n{app.Logs.Tail()}");
            Assert.True(
                entry.Starts.Select(static start => start.Id).Distinct().Count() == 1,
                $"'{key}' was several tasks: {string.Join(", ", entry.Starts)}");
            var explained = failed + 1 + (repeats?.GetValueOrDefault(key) ?? 0);
            Assert.True(
                entry.Starts.Count <= explained || leasesLost > 0,
                $"'{key}' began {entry.Starts.Count} times and not {explained}, and no lease was lost: {string.Join(", ", entry.Starts)}");
        }
    }
}
