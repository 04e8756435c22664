using System.Collections.Immutable;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using TaskGen.Generator;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;

namespace Generator.Tests.Pipeline;

/// <summary>Nothing that flows through the pipeline holds a part of a compilation.</summary>
public sealed class ModelHygieneTests
{
    private const System.Reflection.BindingFlags Fields =
        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic;

    private const string Source =
        """
        [assembly: TaskJsonContext<Json>]
        public abstract partial class Json() : System.Text.Json.Serialization.JsonSerializerContext(null) { }
        public sealed class Jobs(IFormatProvider format)
        {
            [Condition("late")]
            public static bool IsLate(System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => true;
            [Task(Retry = 2), RetryOn<TimeoutException>]
            public int Run((int A, string[]? B) a, List<int> b, Dictionary<string, int>? c = null, ITaskProgress<int> d = null!) =>
                format.GetHashCode();
        }
        """;

    [Fact]
    public void Steps_behind_the_slices_put_out_text_only()
    {
        var steps = GeneratorHarness.Run(Source).Results.Single().TrackedSteps;
        foreach (var name in TrackingNames.All.Except(TrackingNames.Slicing))
        {
            var outputs = steps[name].SelectMany(static step => step.Outputs).ToList();
            Assert.NotEmpty(outputs);
            Assert.All(outputs, output => Assert.Empty(ModelHygiene.Find(output.Value)));
        }
    }

    [Fact]
    public void Slices_hold_a_compilation_by_a_weak_reference_alone()
    {
        Type[] allowed =
        [
            typeof(int), typeof(long), typeof(ulong), typeof(bool), typeof(string), typeof(WholeCompilation),
            typeof(ImmutableArray<string>), typeof(ImmutableArray<SourceOutline>), typeof((WholeCompilation Whole, int File)),
            typeof(WeakReference<Compilation>),
        ];
        Type[] types =
        [
            typeof(WholeCompilation), typeof(SourceSlice), typeof(SourceOutline),
            .. Parts(typeof(Latest<WeakReference<Compilation>>)), .. Parts(typeof(Latest<(WholeCompilation Whole, int File)>)),
        ];
        var fields = types.SelectMany(static type => type.GetFields(Fields)).Select(static field => field.FieldType).ToList();
        Assert.Contains(typeof(WeakReference<Compilation>), fields);
        Assert.All(fields, field => Assert.Contains(field, (IEnumerable<Type>)[.. allowed, .. types]));
    }

    private static IEnumerable<Type> Parts(Type type) =>
    [
        type,
        .. type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
            .Select(nested => nested.MakeGenericType(type.GetGenericArguments())),
    ];

    [Fact]
    public void Models_declare_nothing_else()
    {
        var models = typeof(TaskModel).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(TaskModel).Namespace && !type.IsEnum && !type.IsNested)
            .ToList();
        Assert.NotEmpty(models);
        foreach (var type in models.Where(static type => type != typeof(EquatableArray<>)))
        {
            Assert.True(type.IsSealed, $"{type} must be sealed.");
            Assert.NotNull(type.GetMethod("<Clone>$"));
            Assert.All(
                type.GetFields(Fields),
                field => Assert.True(
                    field.FieldType == typeof(string) || field.FieldType == typeof(bool) || field.FieldType.IsEnum
                    || models.Contains(field.FieldType)
                    || (field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(EquatableArray<>)),
                    $"{type}.{field.Name} is a {field.FieldType}"));
        }
    }

    [Fact]
    public void A_planted_symbol_is_found()
    {
        var compilation = GeneratorHarness.Compile("public class C { }");
        Assert.Equal(
            ["BadModel.<Inner>k__BackingField.<Value>k__BackingField is a ISymbol"],
            ModelHygiene.Find(new BadModel(new Box(compilation.GetTypeByMetadataName("C")!))));
        Assert.Single(ModelHygiene.Find(new BadModel(new Box(new object[] { 1, new List<Location> { Location.None } }))));
    }

    private sealed record BadModel(Box Inner);

    private sealed record Box(object Value);
}
