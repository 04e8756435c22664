namespace TaskGen.Servers;

/// <summary>Finds where PostgreSQL's programs are: Debian and brew keep the server's out of PATH.</summary>
internal static class PostgresPrograms
{
    private static readonly string[] Versioned = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

    /// <summary>The folder that has <c>initdb</c>, <c>postgres</c> and <c>psql</c>; of several versions the newest.</summary>
    /// <exception cref="ServerException">There is none.</exception>
    public static string RequireFolder() =>
        Executables.Folders.Concat(Versioned.Where(Directory.Exists).SelectMany(InstalledUnder)).FirstOrDefault(IsComplete)
        ?? throw new ServerException(
            "PostgreSQL's initdb, postgres and psql were not found. ./test.sh installs them; by hand: "
            + "apt-get install postgresql (Debian, Ubuntu) or brew install postgresql@17 (macOS).");

    private static IEnumerable<string> InstalledUnder(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(
                version => folder.EndsWith("postgresql", StringComparison.Ordinal)
                    || Path.GetFileName(version).StartsWith("postgresql", StringComparison.Ordinal))
            .OrderByDescending(static version => int.TryParse(Path.GetFileName(version).Split('@')[^1], out var number) ? number : 0)
            .Select(static version => Path.Combine(version, "bin"));

    private static bool IsComplete(string folder) =>
        new[] { "initdb", "postgres", "psql" }.All(name => File.Exists(Path.Combine(folder, name)));
}
