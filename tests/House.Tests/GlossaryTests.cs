using System.Text.RegularExpressions;
using House.Tests.Glossary;
using Mono.Cecil;

namespace House.Tests;

/// <summary>Joins <c>docs/glossary.md</c> to the names in C#, Lua and Redis keys: one term for one thing.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[] Assemblies = ["TaskGen.dll", "TaskGen.Generator.dll", "TaskGen.Testing.dll"];

    private readonly GlossaryDocument _glossary = GlossaryDocument.Read();

    [Fact]
    public void Every_name_in_the_column_of_CSharp_is_a_type_or_a_member()
    {
        var known = Assemblies.SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], _glossary.Terms.SelectMany(static term => term.CSharp).Except(known));
    }

    [Fact]
    public void Every_name_in_the_column_of_Lua_is_used_by_a_script()
    {
        var scripts = RepositoryFiles.Below(["src/Runtime/Brokers/Redis/Scripts"], ".lua").ToList();
        var known = scripts
            .SelectMany(static file => Word().Matches(File.ReadAllText(RepositoryFiles.Full(file))).Select(static match => match.Value))
            .Concat(scripts.Select(Path.GetFileName))
            .ToHashSet();
        Assert.Equal([], _glossary.Terms.SelectMany(static term => term.Lua).Except(known));
    }

    [Fact]
    public void Every_key_is_in_the_table_of_keys()
    {
        var keys = File.ReadAllLines(RepositoryFiles.Full("docs/redis-keys.md"));
        var known = keys.Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1]);
        Assert.Equal([], _glossary.Terms.SelectMany(static term => term.Keys).Except(known));
    }

    [Fact]
    public void Every_term_is_carried_by_a_name_and_stands_once()
    {
        Assert.Empty(_glossary.Terms.Where(static term => term.CSharp.Count + term.Lua.Count + term.Keys.Count == 0).Select(
            static term => term.Name));
        Assert.Equal(
            _glossary.Terms.Count, _glossary.Terms.Select(static term => term.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void No_code_script_or_page_uses_a_word_that_was_replaced()
    {
        var files = RepositoryFiles.Below(["src", "bench", "tests"], ".cs", ".lua")
            .Concat(RepositoryFiles.Below(["docs"], ".md"))
            .Concat(["README.md", "CONTRIBUTING.md", "src/Runtime/README.md", "src/Testing/README.md", "src/Sample/README.md"])
            // The glossary lists the words.
            .Where(static file => file != GlossaryDocument.File && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal));
        var found = files.SelectMany(file => Found(file, Text(file))).ToList();
        Assert.True(found.Count == 0, $"{found.Count} use(s) of replaced words:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("new ResourceSlots(broker)")]
    [InlineData("local resource_slot = 1")]
    [InlineData("waits for a slot of a resource")]
    [InlineData("an EnqueueDraft")]
    public void A_planted_old_word_is_found(string text) => Assert.Single(Found("planted.cs", text));

    // File names, and so the targets of links, do not change.
    private static string Text(string file) => LinkTarget().Replace(File.ReadAllText(RepositoryFiles.Full(file)), "]");

    private IEnumerable<string> Found(string file, string text) =>
        from word in _glossary.OldWords
        from match in word.Pattern.Matches(text)
        select $"{file}({text.AsSpan(0, match.Index).Count('\n') + 1}): '{match.Value}'; the glossary says {word.Instead}";

    private static IEnumerable<string> NamesIn(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly));
        return [.. module.GetTypes().SelectMany(static type => type.Methods.Select(static method => method.Name)
            .Concat(type.Properties.Select(static property => property.Name))
            .Concat(type.Fields.Select(static field => field.Name))
            .Append(type.Name.Split('`')[0]))];
    }

    [GeneratedRegex(@"\]\([^)\s]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
