using System.Reflection;
using System.Text.RegularExpressions;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>What every script keeps to, by its file and as a server sees it.</summary>
public sealed partial class RedisScriptTests(RedisServerFixture fixture) : IClassFixture<RedisServerFixture>
{
    private const string AllowOom = "#!lua flags=allow-oom\n";

    private static readonly BrokerScripts Scripts = new(sharded: false);

    /// <summary>
    /// What brings new data in is refused by a full server. All else frees or finishes work, or lets a waiter be told of an end.
    /// </summary>
    private static readonly string[] RefusedWhenFull = ["enqueue", "report_progress", "store_canvas", "commit_canvas"];

    private static readonly string[] ReadOnly = ["count", "count_workers", "read_members"];

    public static TheoryData<string> Names => [.. Scripts.All.Select(script => script.Name)];

    [Fact]
    public void Every_file_is_a_script_or_a_part_that_one_uses()
    {
        var files = typeof(BrokerScripts).Assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".lua", StringComparison.Ordinal))
            .ToArray();

        var parts = files.Where(IsPart).Select(file => file["lib/".Length..^".lua".Length]);
        Assert.Equal(
            files.Where(file => !IsPart(file)).Order(StringComparer.Ordinal),
            Scripts.All.Select(script => $"{script.Name}.lua").Order(StringComparer.Ordinal));
        Assert.Empty(parts.Except(files.SelectMany(file => Words(BrokerScripts.Source(file), "USES"))));
        Assert.All(files.Where(IsPart), file => Assert.Matches(@"\A-- \S.*\.(\s|$)", FirstLine(file)));

        static bool IsPart(string file) => file.StartsWith("lib/", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_is_listed()
    {
        var steps = typeof(BrokerStep).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null));
        Assert.Equal(steps, BrokerStep.All);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_header_says_what_the_script_does_and_what_it_is_given_and_gives_back(string name)
    {
        var source = BrokerScripts.Source($"{name}.lua");
        var header = source.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var summary = header.TakeWhile(line => !PartOfHeader().IsMatch(line)).ToArray();

        // A part that does not fit one line goes on, indented.
        var parts = header.Skip(summary.Length)
            .Where(line => !line.StartsWith("--   ", StringComparison.Ordinal))
            .Select(line => PartOfHeader().Match(line).Groups[1].Value)
            .ToArray();

        Assert.Matches("^-- [A-Z]", summary[0]);
        Assert.EndsWith(".", summary[^1], StringComparison.Ordinal);
        string[] order = ["KEYS", "ARGV", "...", "Returns", "USES"];
        Assert.Equal(order.Where(parts.Contains), parts);
        Assert.Contains("KEYS", parts);
        Assert.Contains("Returns", parts);
        // A rest of arguments is described, and nothing else is read by its position.
        Assert.Equal(Words(source, "ARGV").Contains("..."), parts.Contains("..."));
        Assert.True(
            parts.Contains("...") || !ScriptText.Tokens(source).Contains("ARGV"), "It takes arguments that its header does not name.");
        Assert.DoesNotContain("KEYS", ScriptText.Tokens(source));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_resolves_and_is_of_the_queue(string name)
    {
        var keys = new QueueKeys("ns", "queue");
        var script = Find(name);

        var resolved = script.Keys(keys, Guid.NewGuid());

        Assert.Equal(script.KeyNames.Count, resolved.Distinct().Count());
        Assert.All(resolved, key => Assert.StartsWith(
            "tg:{ns:queue}:", System.Text.Encoding.Latin1.GetString((byte[])key!), StringComparison.Ordinal));
        Assert.True(script.KeyNames.Count > 0, "Without a key a Cluster does not know where to run it.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_declared_by_the_header_or_above_its_use(string name)
    {
        var script = Find(name);

        Assert.Empty(ScriptText.FreeNames(script.Text));
        var used = ScriptText.Tokens(script.Text).GroupBy(token => token).ToDictionary(group => group.Key, group => group.Count());
        // What the header declares, something uses.
        var declared = script.KeyNames.Select(key => key.TrimEnd('*')).Concat(script.Arguments.Where(argument => argument != "..."));
        Assert.DoesNotContain(declared, one => used[one] == 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_full_server_runs_what_frees_or_finishes_work_and_refuses_what_is_new(string name)
    {
        var expected = RefusedWhenFull.Contains(name) ? "#!lua\n" : ReadOnly.Contains(name) ? "#!lua flags=no-writes\n" : AllowOom;

        Assert.StartsWith(expected, Find(name).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_script_makes_code_or_errors_of_what_it_is_given(string name)
    {
        var tokens = ScriptText.Tokens(Find(name).Text);

        string[] none =
            ["load", "loadstring", "dofile", "error", "assert", "error_reply", "status_reply", "log", "setresp", "cjson", "cmsgpack"];
        Assert.Empty(tokens.Intersect(none));
        // An error is only ever looked at.
        Assert.DoesNotContain(Enumerable.Range(1, tokens.Count - 1), index => tokens[index] == "err" && tokens[index - 1] != ".");
        // Numbers alone are formatted: what a user gave is put together as it is, and nothing reads it as a pattern.
        Assert.All(Format().Matches(Find(name).Text), format => Assert.DoesNotMatch("%[^%.0-9df]", format.Groups[1].Value));
        Assert.All(Pattern().Matches(Find(name).Text), pattern => Assert.True(
            pattern.Groups[1].Value is ['\'', ..] || pattern.Value.Contains(", true", StringComparison.Ordinal), pattern.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_comes_from_files_alone(string name)
    {
        // Whatever a name or a channel is called: what is not in a file are the lines that give names to what is given.
        var script = Find(name);
        var files = typeof(BrokerScripts).Assembly.GetManifestResourceNames().Where(file => file.EndsWith(".lua", StringComparison.Ordinal))
            .SelectMany(file => BrokerScripts.Source(file).Split('\n')).ToHashSet(StringComparer.Ordinal);

        var added = script.Text.Split('\n').Where(line => !files.Contains(line)).ToArray();

        Assert.All(added, line => Assert.Matches(
            @"^(#!lua( flags=[a-z-]+)?|local PUBLISH = 'PUBLISH'|local \w+ = (KEYS|ARGV)\[\d+\]|local first = \d+)$", line));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_takes_every_script_under_the_hash_that_is_asked_for(bool sharded)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(fixture.Configuration);
        foreach (var script in new BrokerScripts(sharded).All)
        {
            var hash = (string?)await connection.GetDatabase().ExecuteAsync("SCRIPT", "LOAD", script.Text);
            Assert.Equal(Convert.ToHexStringLower(script.Hash), hash);
        }
    }

    private static BrokerScript Find(string name) => Scripts.All.Single(script => script.Name == name);

    private static string FirstLine(string file) => BrokerScripts.Source(file).Split('\n')[0];

    private static IEnumerable<string> Words(string source, string part) =>
        source.Split('\n')
            .Where(line => line.StartsWith($"-- {part}: ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ').Skip(2));

    [GeneratedRegex(@"^-- (KEYS|ARGV|\.\.\.|Returns|USES): \S")]
    private static partial Regex PartOfHeader();

    [GeneratedRegex(@"string\.format\('([^']*)'")]
    private static partial Regex Format();

    [GeneratedRegex(@"string\.(?:match|find|gmatch|gsub)\([^,]+, ([^,)]+)[^\n]*")]
    private static partial Regex Pattern();
}
