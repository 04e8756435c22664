using System.Globalization;
using Mono.Cecil;

namespace House.Tests;

/// <summary>
/// <c>docs/troubleshooting.md</c> names everything that the runtime reports: log messages, exceptions and dead-letter reasons.
/// </summary>
public sealed class TroubleshootingTests : IDisposable
{
    private const string Page = "docs/troubleshooting.md";

    private readonly ModuleDefinition _module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, "TaskGen.dll"));
    private readonly string[] _lines = File.ReadAllLines(RepositoryFiles.Full(Page));

    public void Dispose() => _module.Dispose();

    [Fact]
    public void It_names_each_log_message_with_its_level()
    {
        var expected = Type("TaskGen.Telemetry.LogMessages").Methods
            .SelectMany(static method => method.CustomAttributes)
            .Where(static attribute => attribute.AttributeType.Name == "LoggerMessageAttribute")
            .Select(static attribute => (Id: (int)attribute.ConstructorArguments[0].Value, Level: LevelOf(attribute)))
            .Order()
            .ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(
            expected,
            Rows("| Event |")
                .SelectMany(static row => row[0].Split(", ").Select(id => (int.Parse(id, CultureInfo.InvariantCulture), row[1])))
                .Order());
    }

    [Fact]
    public void It_names_each_exception() => Assert.Equal(
        _module.Types
            .Where(static type => type is { IsPublic: true } && type.Name.EndsWith("Exception", StringComparison.Ordinal))
            .Select(static type => type.Name)
            .Order(StringComparer.Ordinal),
        Rows("| Exception |").SelectMany(static row => row[0].Split(", ")).Select(static name => name.Trim('`'))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void It_names_each_reason_of_a_dead_letter() => Assert.Equal(
        Type("TaskGen.Brokers.DeadLetterReasons").Fields.Select(static field => (string)field.Constant).Order(StringComparer.Ordinal),
        Rows("| Reason |").Select(static row => row[0].Trim('`')).Order(StringComparer.Ordinal));

    private TypeDefinition Type(string name) => _module.GetType(name) ?? throw new InvalidOperationException($"There is no type {name}.");

    private static string LevelOf(CustomAttribute attribute)
    {
        var argument = attribute.ConstructorArguments[1];
        return argument.Type.Resolve().Fields.Single(field => field.HasConstant && Equals(field.Constant, argument.Value)).Name;
    }

    private IEnumerable<string[]> Rows(string head) => _lines
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
