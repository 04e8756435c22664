using System.Reflection;
using TaskGen.Generator.Parsing;

namespace Generator.Tests.Contracts;

/// <summary>The names by which the generator knows the runtime are those of its types.</summary>
public sealed class MetadataNameParityTests
{
    private static readonly Assembly Runtime = typeof(TaskGen.TaskAttribute).Assembly;

    public static TheoryData<string> Names => [.. Constants(typeof(MetadataNames)).Where(static name => name.Contains('.', StringComparison.Ordinal))];

    public static TheoryData<string> FrameworkNames => [.. Constants(typeof(MetadataNames.Framework)).Where(static name => !name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_runtime_has_the_type(string name) => Assert.NotNull(Runtime.GetType(name));

    [Theory]
    [MemberData(nameof(FrameworkNames))]
    public void The_framework_has_the_type(string name) => Assert.Contains(
        (Assembly[])[typeof(object).Assembly, typeof(System.Text.Json.JsonElement).Assembly, typeof(Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute).Assembly],
        assembly => assembly.GetType(name) is not null);

    [Fact]
    public void The_runtime_has_the_assembly_name() => Assert.Equal(MetadataNames.RuntimeAssembly, Runtime.GetName().Name);

    [Fact]
    public void The_attribute_has_the_values_and_defaults_that_are_read()
    {
        var attribute = new TaskGen.TaskAttribute();
        var read = new Dictionary<string, object?>
        {
            ["Name"] = null, ["Queue"] = "default", ["Priority"] = TaskGen.TaskPriority.Normal, ["Idempotent"] = false, ["IdempotencyTtlSeconds"] = 86_400, ["Retry"] = 0,
            ["RetryBaseDelaySeconds"] = 1D, ["RetryMaxDelaySeconds"] = 60D, ["SoftTimeLimitSeconds"] = 0D, ["TimeLimitSeconds"] = 0D, ["ExpiresSeconds"] = 0D,
            ["ResultTtlSeconds"] = 86_400, ["IgnoreResult"] = false, ["ProgressIntervalSeconds"] = 0.1,
        };
        var actual = typeof(TaskGen.TaskAttribute).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ToDictionary(static property => property.Name, property => property.GetValue(attribute));
        Assert.Equal(read.OrderBy(static pair => pair.Key, StringComparer.Ordinal), actual.OrderBy(static pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal((0, 1, 2), ((int)TaskGen.TaskPriority.Low, (int)TaskGen.TaskPriority.Normal, (int)TaskGen.TaskPriority.High));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
}
