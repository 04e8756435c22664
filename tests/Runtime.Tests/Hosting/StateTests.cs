using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace TaskGen.Tests.Hosting;

public sealed class StateTests
{
    [Fact]
    public void The_runtime_has_no_static_state()
    {
        var fields = typeof(ITaskClient).Assembly.GetTypes()
            .Where(static type => !IsGenerated(type))
            .SelectMany(static type => type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static field => !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType)))
            .Select(static field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(fields);
    }

    [Fact]
    public void The_runtime_is_compiled_with_the_list_of_banned_calls()
    {
        var root = Root();
        var project = XDocument.Load(Path.Combine(root, "src", "Runtime", "Runtime.csproj"));
        var import = Assert.Single(project.Descendants("Import"), static element => element.Attribute("Project")!.Value
            .EndsWith("Library.targets", StringComparison.Ordinal));
        var targets = XDocument.Load(Path.GetFullPath(Path.Combine(root, "src", "Runtime", import.Attribute("Project")!.Value)));

        Assert.Contains(targets.Descendants("AdditionalFiles"), static element => element.Attribute("Include")!.Value
            .EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Contains(
            targets.Descendants("PackageReference"),
            static element => element.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        var banned = File.ReadAllText(Path.Combine(root, "eng", "BannedSymbols.txt"));
        Assert.All(
            ["M:System.Reflection.MethodBase.Invoke", "M:System.Activator.CreateInstance", "M:System.Type.GetType"],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
    }

    private static bool IsGenerated(Type? type) =>
        type is not null
        && (type.IsDefined(typeof(CompilerGeneratedAttribute), false)
            || type.Name.Contains('<', StringComparison.Ordinal)
            || IsGenerated(type.DeclaringType));

    private static bool IsMutable(Type type) =>
        (type.IsArray && type.GetElementType() != typeof(byte))
        || (type != typeof(string)
            && typeof(IEnumerable).IsAssignableFrom(type)
            && !type.Name.StartsWith("Frozen", StringComparison.Ordinal)
            && !type.Name.StartsWith("Immutable", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string here = "")
    {
        var directory = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(directory.FullName, "TaskGen.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
