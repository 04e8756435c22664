using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace Generator.Tests.Pipeline;

/// <summary>The array that every model's equality rests on.</summary>
public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        EquatableArray<string> one = ImmutableArray.Create("a", "b");
        EquatableArray<string> other = ImmutableArray.Create("a", new string('b', 1));
        Assert.True(one == other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("a", "c")]
    [InlineData("b", "a")]
    [InlineData("a")]
    public void Different_elements_make_different_arrays(params string[] items)
    {
        EquatableArray<string> one = ImmutableArray.Create("a", "b");
        EquatableArray<string> other = ImmutableArray.Create(items);
        Assert.True(one != other);
        Assert.False(one.Equals((object)other));
        Assert.False(one.Equals("a"));
    }

    [Fact]
    public void The_default_is_empty()
    {
        var none = default(EquatableArray<string>);
        Assert.Empty(none);
        Assert.True(none == ImmutableArray<string>.Empty);
        Assert.Equal(none.GetHashCode(), new EquatableArray<string>([]).GetHashCode());
        foreach (var unused in none)
        {
            Assert.Fail("There is nothing in it.");
        }
    }

    [Fact]
    public void Nested_arrays_compare_deeply()
    {
        static TypeRef Make(string name) =>
            new("x", PayloadKind.Array, Elements: ImmutableArray.Create(new TypeRef(name, PayloadKind.Plain)));
        Assert.Equal(Make("int"), Make("int"));
        Assert.NotEqual(Make("int"), Make("long"));
    }
}
