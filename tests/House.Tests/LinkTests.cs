using House.Tests.Prose;

namespace House.Tests;

/// <summary>Every link of every page leads to a file, and to a heading of it.</summary>
public sealed class LinkTests
{
    /// <summary>The address of the repository. Links to its files are checked as relative ones.</summary>
    private const string Repository = "https://github.com/taskgen/taskgen";

    private const string Files = $"{Repository}/blob/main/";

    /// <summary>Pages of the repository that are no files.</summary>
    private static readonly string[] Services = [Repository, $"{Repository}/issues", $"{Repository}/security/advisories/new"];

    public static TheoryData<string> Pages =>
    [
        .. RepositoryFiles.Below(["docs", "src", "bench", "tests"], ".md"),
        .. Directory.EnumerateFiles(RepositoryFiles.Full("."), "*.md").Select(static path => Path.GetFileName(path)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var problems = Problems(page, File.ReadAllText(RepositoryFiles.Full(page))).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("[a](docs/missing.md)")]
    [InlineData("[a](README.md#missing)")]
    [InlineData("[a](#missing)")]
    [InlineData("[a](readme.md)")]
    [InlineData("![a](docs/images/missing.png)")]
    [InlineData("[a](https://github.com/taskgen/taskgen/blob/main/missing.md)")]
    [InlineData("[a](https://github.com/taskgen/taskgen/wiki)")]
    [InlineData("[a](http://example.com)")]
    public void A_planted_wrong_link_is_found(string text) => Assert.Single(Problems("README.md", text));

    private static IEnumerable<string> Problems(string page, string text) =>
        from link in PageLinks.Targets(text)
        let problem = Problem(page, text, link.Target)
        where problem is not null
        select $"{page}({link.Line}): {link.Target}: {problem}";

    private static string? Problem(string page, string text, string target)
    {
        if (target.StartsWith(Files, StringComparison.Ordinal))
        {
            return FileProblem(target[Files.Length..], text: null);
        }

        if (target.Contains("://", StringComparison.Ordinal))
        {
            return ExternalProblem(target);
        }

        if (target.StartsWith('#'))
        {
            return FileProblem(page + target, text);
        }

        var folder = Path.GetDirectoryName(page)!;
        return FileProblem(Path.GetRelativePath(".", Path.Combine(folder, target)).Replace('\\', '/'), text: null);
    }

    private static string? ExternalProblem(string target)
    {
        if (target.StartsWith(Repository, StringComparison.Ordinal) && !Services.Contains(target, StringComparer.Ordinal))
        {
            return "it is no known page of the repository";
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? null : "it is not https";
    }

    private static string? FileProblem(string target, string? text)
    {
        var (file, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        if (!ExistsExactly(file))
        {
            return "it does not exist";
        }

        return anchor is null || PageLinks.Anchors(text ?? File.ReadAllText(RepositoryFiles.Full(file))).Contains(anchor)
            ? null
            : $"'{file}' has no heading '{anchor}'";
    }

    // A file system may ignore case; a web server does not.
    private static bool ExistsExactly(string file)
    {
        var folder = RepositoryFiles.Full(".");
        foreach (var part in file.TrimEnd('/').Split('/'))
        {
            if (!Directory.Exists(folder)
                || !Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Contains(part, StringComparer.Ordinal))
            {
                return false;
            }

            folder = Path.Combine(folder, part);
        }

        return true;
    }
}
