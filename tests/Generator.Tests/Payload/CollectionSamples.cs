using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Generator.Tests.Payload;

/// <summary>Types with collections that have no setter, and contexts that list them.</summary>
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "Fields are serialized too.")]
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "Such members are tested.")]
public static class CollectionSamples
{
    public sealed class Order
    {
        public List<int> Ids { get; } = [];

        public IDictionary<string, int> Counts { get; } = new Dictionary<string, int>();

        public HashSet<string> Tags { get; } = [];

        public Collection<string> Names { get; private set; } = [];

        public Queue<int> Queue { get; } = [];

        public readonly IList<string> Notes = [];
    }

    public sealed record Positional(int Number)
    {
        public List<int> Ids { get; } = [];

        public IList<string> Names { get; } = [];
    }

    public sealed class Roles
    {
        public List<string> Names { get; } = ["user"];
    }

    public sealed class Shared
    {
        internal static readonly List<string> Default = ["a"];

        public List<string> Names { get; } = Default;
    }

    public sealed class Skipped
    {
        private readonly List<int> _inCode = [];

        public List<IComparable> Open { get; } = [];

        public IReadOnlyList<int> ReadOnly { get; } = [];

        public int[] Array { get; } = [];

        public WithoutConstructor Own { get; } = new(1);

        public IList<int> InCode => _inCode;

        public List<Hidden> Whole { get; } = [];

        public int A { get; set; }
    }

    public sealed class WithoutConstructor(int capacity) : List<int>(capacity);

    public sealed class Hidden
    {
        private Hidden()
        {
        }
    }

    public sealed class Fixed
    {
        public IList<int> Ids { get; } = new int[1];

        public IDictionary<string, int> Counts { get; } = new ReadOnlyDictionary<string, int>(new Dictionary<string, int>());
    }

    public sealed class Ignored
    {
        [JsonIgnore]
        public List<int> Always { get; } = [];

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
        public List<int> Reading { get; } = [];
    }

    public sealed class Tuples
    {
        public List<(int X, int Y)> Points { get; } = [];

        public (string Name, int Number) Named { get; set; }
    }
}

[JsonSerializable(typeof(CollectionSamples.Order))]
[JsonSerializable(typeof(CollectionSamples.Positional))]
[JsonSerializable(typeof(CollectionSamples.Roles))]
[JsonSerializable(typeof(CollectionSamples.Shared))]
[JsonSerializable(typeof(CollectionSamples.Skipped))]
[JsonSerializable(typeof(CollectionSamples.Fixed))]
[JsonSerializable(typeof(CollectionSamples.Ignored))]
[JsonSerializable(typeof(CollectionSamples.Tuples))]
[JsonSerializable(typeof(Dictionary<string, (int Row, string Place)>))]
internal sealed partial class CollectionSamplesJson : JsonSerializerContext;

[JsonSourceGenerationOptions(IncludeFields = true)]
[JsonSerializable(typeof(CollectionSamples.Order))]
[JsonSerializable(typeof(CollectionSamples.Positional))]
[JsonSerializable(typeof(CollectionSamples.Roles))]
[JsonSerializable(typeof(CollectionSamples.Shared))]
[JsonSerializable(typeof(CollectionSamples.Skipped))]
[JsonSerializable(typeof(CollectionSamples.Fixed))]
[JsonSerializable(typeof(CollectionSamples.Ignored))]
[JsonSerializable(typeof(CollectionSamples.Tuples))]
[JsonSerializable(typeof(Dictionary<string, (int Row, string Place)>))]
internal sealed partial class CollectionSamplesWithFieldsJson : JsonSerializerContext;
