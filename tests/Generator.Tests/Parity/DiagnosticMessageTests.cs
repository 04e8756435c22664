using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Tests.Support;
using TaskGen.Generator.Diagnostics;

namespace Generator.Tests.Parity;

/// <summary>Titles, message formats and help links have the required form, and each message is exactly the verified one.</summary>
public sealed partial class DiagnosticMessageTests
{
    private static readonly string Verified = Path.Combine(
        SourceTreeRoot.Path, "tests", "Generator.Tests", "Parity", "Messages.verified.txt");

    public static TheoryData<string> Ids => EveryDiagnosticIsDocumentedTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_is_a_statement_without_a_period(string id)
    {
        var title = Library.Descriptors.Single(descriptor => descriptor.Id == id).Title.ToString(CultureInfo.InvariantCulture);
        Assert.Matches(@"^[A-Z\[][^.;?\r\n]*[^.;?\s]$", title);
        MessageStyle.Check(title);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_format_has_two_sentences_and_uses_all_arguments(string id)
    {
        var format = Library.Descriptors.Single(descriptor => descriptor.Id == id).MessageFormat.ToString(CultureInfo.InvariantCulture);
        MessageStyle.Check(format);
        Assert.EndsWith(".", format, StringComparison.Ordinal);
        var arguments = Placeholder().Matches(format)
            .Select(static match => int.Parse(match.ValueSpan[1..^1], CultureInfo.InvariantCulture))
            .Distinct()
            .Order()
            .ToList();
        Assert.Equal(Enumerable.Range(0, arguments.Count), arguments);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_help_link_is_the_address_of_the_repository_and_the_path_of_a_file(string id)
    {
        var link = Library.Descriptors.Single(descriptor => descriptor.Id == id).HelpLinkUri;
        Assert.StartsWith(Descriptors.RepositoryAddress, link, StringComparison.Ordinal);

        // The case of each segment is compared: a link to the repository is case-sensitive, and a file system may not be.
        var folder = SourceTreeRoot.Path;
        foreach (var segment in link[Descriptors.RepositoryAddress.Length..].Split('/'))
        {
            Assert.Contains(segment, Directory.EnumerateFileSystemEntries(folder).Select(static path => Path.GetFileName(path)));
            folder = Path.Combine(folder, segment);
        }

        Assert.True(File.Exists(folder), folder);
    }

    [Fact]
    public void The_verified_messages_cover_all_diagnostics_in_order() => Assert.Equal(
        Library.Descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal),
        File.ReadAllLines(Verified).Select(static line => line[..6]).Distinct());

    /// <summary>The code is that of the section Flagged of the diagnostic's page. A line of the file is an id and a message.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_message_is_exactly_as_verified(string id)
    {
        var (setup, code) = DiagnosticPage.Read(id).ReadProgram("Flagged");
        var actual = (await AnalyzerVerifier.FindAsync(setup, code))
            .Where(diagnostic => diagnostic.Id == id)
            .Select(diagnostic => $"{id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")
            .ToList();
        Assert.All(actual, static message => MessageStyle.Check(message[7..]));
        Assert.Equal(File.ReadAllLines(Verified).Where(line => line.StartsWith(id, StringComparison.Ordinal)), actual);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
