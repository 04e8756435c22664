using System.Collections.Frozen;
using System.Collections.Immutable;
using TaskGen.CompilerServices;

namespace Generator.Tests.Payload;

/// <summary>Arguments that are equal as they travel, and their hash codes.</summary>
public sealed class PayloadEqualityTests
{
    [Fact]
    public void A_default_immutable_array_is_equal_to_itself_alone()
    {
        AssertEqual(default(ImmutableArray<int>), default);
        Assert.False(PayloadEquality.Equals(default(ImmutableArray<int>), [1]));
        Assert.False(PayloadEquality.Equals([], default(ImmutableArray<int>)));
        AssertEqual<ImmutableArray<int>>([1, 2], [1, 2]);
    }

    [Fact]
    public void Sets_are_compared_without_order()
    {
        AssertEqual<HashSet<int>>([1, 2, 3], [3, 1, 2]);
        AssertEqual<ISet<string>>(new HashSet<string> { "b", "a" }, new SortedSet<string> { "a", "b" });
        AssertEqual<IReadOnlySet<int>>(new[] { 1, 2 }.ToFrozenSet(), ImmutableHashSet.Create(2, 1));
        AssertEqual<List<HashSet<int>>>([[1, 2]], [[2, 1]]);
        AssertEqual<HashSet<int[]>>([[1, 2], [3]], [[3], [1, 2]]);
        Assert.False(PayloadEquality.Equals<HashSet<int>>([1, 2], [1, 3]));
        Assert.False(PayloadEquality.Equals<HashSet<int>>([1, 2], [1]));
        Assert.False(PayloadEquality.Equals<HashSet<int>>([1], [1, 2]));
        Assert.False(PayloadEquality.Equals<int[]>([1, 2], [2, 1]));
    }

    [Fact]
    public void What_is_read_in_place_of_a_set_or_a_dictionary_has_its_hash_code()
    {
        AssertEqual<IEnumerable<KeyValuePair<string, int>>>(
            new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, new List<KeyValuePair<string, int>> { new("a", 1), new("b", 2) });
        AssertEqual<IEnumerable<int>>(new HashSet<int> { 2, 1 }, new List<int> { 2, 1 });
        AssertEqual<Dictionary<string, int[]>>(new() { ["a"] = [1], ["b"] = [2] }, new() { ["b"] = [2], ["a"] = [1] });
    }

    private static void AssertEqual<T>(T left, T right)
    {
        Assert.True(PayloadEquality.Equals(left, right));
        Assert.Equal(PayloadEquality.GetHashCode(left), PayloadEquality.GetHashCode(right));
    }
}
