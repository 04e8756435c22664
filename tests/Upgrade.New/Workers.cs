namespace Shop;

internal static class Workers
{
    private const string Version = "new";

    /// <summary>This version, unless it is to fail.</summary>
    public static string Check(string failsOn) =>
        failsOn == Version
            ? throw new InvalidOperationException("This is for the other version.", new TimeoutException("The new one is too slow."))
            : Version;
}
