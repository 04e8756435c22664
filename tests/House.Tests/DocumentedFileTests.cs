using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>Every file and folder that a page for contributors names is there.</summary>
public sealed partial class DocumentedFileTests
{
    private static readonly string[] Folders = ["src", "tests", "bench", "eng"];

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/contributing/common-tasks.md")]
    [InlineData("docs/wire-format.md")]
    [InlineData("docs/redis-keys.md")]
    [InlineData("CONTRIBUTING.md")]
    public void A_page_names_only_files_that_exist(string page)
    {
        var files = RepositoryFiles.Below(Folders, ".cs", ".lua").ToList();
        Assert.Equal([], CodeSpan().Matches(File.ReadAllText(RepositoryFiles.Full(page)))
            .Select(static match => match.Groups[1].Value)
            .Where(static name => !IsPlaceholder(name))
            .Where(name => !Exists(name, files)));
    }

    // A file may be named by the end of its path; a folder by its whole path.
    private static bool Exists(string name, List<string> files)
    {
        if (FileName().IsMatch(name))
        {
            var end = "/" + name.Replace("../", "", StringComparison.Ordinal);
            return files.Exists(file => $"/{file}".EndsWith(end, StringComparison.Ordinal));
        }

        return !FolderName().IsMatch(name) || Path.Exists(RepositoryFiles.Full(name));
    }

    private static bool IsPlaceholder(string name) =>
        name.Contains("nnnn", StringComparison.Ordinal)
        || name.Contains("NAME", StringComparison.Ordinal)
        || name.Contains('*', StringComparison.Ordinal);

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^[\w./\-]+\.(cs|lua)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(src|tests|bench|eng)/[\w./\-]*$")]
    private static partial Regex FolderName();
}
