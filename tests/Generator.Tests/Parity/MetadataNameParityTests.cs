using System.Globalization;
using System.Reflection;
using TaskGen.Generator.Symbols;

namespace Generator.Tests.Parity;

/// <summary>The names by which the generator knows the runtime are those of its types.</summary>
public sealed class MetadataNameParityTests
{
    private static readonly Assembly Runtime = typeof(TaskGen.TaskAttribute).Assembly;

    private static readonly Assembly[] Framework =
    [
        typeof(object).Assembly,
        typeof(System.Text.Json.JsonElement).Assembly,
        typeof(Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute).Assembly,
    ];

    public static TheoryData<string> Names =>
        [.. Constants(typeof(MetadataNames)).Where(static name => name.Contains('.', StringComparison.Ordinal))];

    public static TheoryData<string> FrameworkNames =>
    [
        .. Constants(typeof(MetadataNames.Framework))
            .Where(static name => !name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_runtime_has_the_type(string name) => Assert.NotNull(Runtime.GetType(name));

    [Theory]
    [MemberData(nameof(FrameworkNames))]
    public void The_framework_has_the_type(string name) =>
        Assert.Contains(Framework, assembly => assembly.GetType(name) is not null);

    [Fact]
    public void The_runtime_has_the_assembly_name() => Assert.Equal(MetadataNames.RuntimeAssembly, Runtime.GetName().Name);

    [Fact]
    public void The_attribute_has_the_values_and_defaults_that_are_read()
    {
        var attribute = new TaskGen.TaskAttribute();
        var actual = typeof(TaskGen.TaskAttribute).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => (property.Name, Type: Plain(property.PropertyType), Value: Plain(property.GetValue(attribute))));
        Assert.Equal(
            TaskSettings.All.Select(static setting => (setting.Name, setting.Type, Value: setting.DefaultValue))
                .OrderBy(static setting => setting.Name, StringComparer.Ordinal),
            actual.OrderBy(static property => property.Name, StringComparer.Ordinal));
        Assert.Equal((0, 1, 2), ((int)TaskGen.TaskPriority.Low, (int)TaskGen.TaskPriority.Normal, (int)TaskGen.TaskPriority.High));
    }

    private static Type Plain(Type type) => type.IsEnum ? type.GetEnumUnderlyingType() : type;

    private static object? Plain(object? value) => value is Enum ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : value;

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
}
