namespace TaskGen.Servers;

/// <summary>Finds programs by name.</summary>
internal static class Executables
{
    private static readonly string[] Usual = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

    /// <summary>The folders of PATH, then the usual ones, which a service's PATH can lack.</summary>
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Usual)
            .Distinct();

    public static string? Find(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return File.Exists(name) ? name : null;
        }

        return Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>The path of Redis's <paramref name="name"/>.</summary>
    /// <exception cref="ServerException">It is not installed.</exception>
    public static string RequireRedis(string name) =>
        Find(name) ?? throw new ServerException(
            $"{name} was not found. ./test.sh installs it; by hand: "
            + "apt-get install redis-server redis-tools (Debian, Ubuntu) or brew install redis (macOS).");

    /// <summary>The <c>dotnet</c> that runs this process, if one does, and otherwise the one of the environment.</summary>
    public static string Dotnet()
    {
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet")
        {
            return own;
        }

        var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
            ?? (root is null ? null : Find(Path.Combine(root, "dotnet")))
            ?? Find("dotnet")
            ?? throw new ServerException("dotnet was not found in PATH, DOTNET_ROOT or DOTNET_HOST_PATH.");
    }
}
