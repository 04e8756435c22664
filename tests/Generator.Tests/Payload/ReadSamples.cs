using System.Collections;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Generator.Tests.Payload;

/// <summary>
/// Types that the serializer reads back and types that it does not, each with a value. This file is both compiled into the tests and
/// analysed by them, so what the analyzer says can be compared with what happens.
/// </summary>
public static class ReadSamples
{
    public static IReadOnlyList<object> All =>
    [
        new Settable { A = 1 }, new Positional(1), new Parameterised(1), new TwoWays(1), new Marked(1), new MarkedPrivately(1),
        new WithDefault(1), new Narrower(1), new Wider(1), new Renamed(1), new Mapped(1), new Optional(1), Private.Create(),
        new Internal(1), new Several(1), new Inherited(1, 2), new PublicField { A = 1 }, new ReadOnlyField(1), new IncludedPrivate(1),
        new IgnoredParameter(1, 2), new IgnoredOptionalParameter(1), new Structure { A = 1 }, new ReadOnlyStructure(1),
        new MarkedStructure(1), new RecordStructure(1), new OwnList { 1 }, new OwnSequence(), new OwnListOfArray([1]),
        new OwnDictionary { ["a"] = 1 }, new OwnCollection<int> { 1 }, new HoldsOpen { Key = 1 }, new ShowsOpen { A = 1 },
    ];

    public sealed class Settable { public int A { get; set; } }

    public sealed record Positional(int A);

    public sealed class Parameterised(int a) { public int A { get; } = a; }

    public sealed class TwoWays { public TwoWays() { } public TwoWays(int a) => A = a; public int A { get; set; } }

    public sealed class Marked { public Marked() { } [JsonConstructor] public Marked(int a) => A = a; public int A { get; } }

    public sealed class MarkedPrivately
    {
        public MarkedPrivately(int a, int b = 0) => A = a + b;
        [JsonConstructor] private MarkedPrivately(int a) => A = a;
        public int A { get; }
    }

    public sealed class WithDefault(int a, string? b = null) { public int A { get; } = a; public string? B { get; } = b; }

    public sealed class Narrower(int? a) { public int A { get; } = a ?? 0; }

    public sealed class Wider(long a) { public int A { get; } = (int)a; }

    public sealed class Renamed(int number) { public int A { get; } = number; }

    public sealed class Mapped(int a) { [JsonPropertyName("z")] public int A { get; } = a; }

    public sealed class Optional(int a, int b = 4) { public int A { get; } = a + b; }

    public sealed class Private { private Private() { } public int A { get; set; } internal static Private Create() => new() { A = 1 }; }

    public sealed class Internal { internal Internal(int a) => A = a; public int A { get; } }

    public sealed class Several { public Several(int a) => A = a; public Several(string b) => A = b.Length; public int A { get; } }

    public class Base(int a) { public int A { get; } = a; }

    public sealed class Inherited(int a, int b) : Base(a) { public int B { get; } = b; }

    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "Fields travel too.")]
    public sealed class PublicField { public int A; }

    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "Fields travel too.")]
    public sealed class ReadOnlyField(int a) { public readonly int A = a; }

    public sealed class IncludedPrivate(int a) { [JsonInclude] private int A { get; } = a; }

    public sealed class IgnoredParameter(int a, int b) { public int A { get; } = a; [JsonIgnore] public int B { get; } = b; }

    public sealed class IgnoredOptionalParameter(int a, int b = 0) { public int A { get; } = a; [JsonIgnore] public int B { get; } = b; }

    public struct Structure { public int A { get; set; } }

    public readonly struct ReadOnlyStructure(int a) { public int A { get; } = a; }

    public readonly struct MarkedStructure { [JsonConstructor] public MarkedStructure(int a) => A = a; public int A { get; } }

    public readonly record struct RecordStructure(int A);

    public sealed class OwnList : List<int>;

    public sealed class OwnSequence : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => Enumerable.Repeat(1, 1).GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class OwnListOfArray(int[] items) : List<int>(items);

    public sealed class OwnDictionary : Dictionary<string, int>;

    public sealed class OwnCollection<T> : Collection<T>;

    public sealed class HoldsOpen { public IComparable? Key { get; set; } }

    public sealed class ShowsOpen { public int A { get; set; } public IComparable Key => A; }
}
