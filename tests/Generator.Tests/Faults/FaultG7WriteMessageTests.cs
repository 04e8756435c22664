using System.Text.Json;
using TaskGen.CompilerServices;
using static Generator.Tests.Faults.MessageSamples;

namespace Generator.Tests.Faults;

/// <summary>A value that cannot be written is refused with the path of the member, its type and the reason, but no value.</summary>
public sealed class FaultG7WriteMessageTests
{
    private const string Cannot = "cannot be written as JSON because";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_number_that_is_not_finite_is_named_by_its_path(bool described)
    {
        var order = new Order { Lines = [new("a"), new("b"), new("c"), new("d") { Price = double.NaN }] };
        Assert.Equal(
            $"'x.Lines[3].Price' {Cannot} this System.Double is NaN or infinity; pass a finite number",
            MessageValues.WriteProblem(order, described));
        Assert.StartsWith(
            "'x.Parent.Lines[3].Price' ", MessageValues.WriteProblem(new Order { Parent = order }, described), StringComparison.Ordinal);
        Assert.StartsWith(
            "'x[1].Lines[3].Price' ",
            MessageValues.WriteProblem([new Order(), order], described, PayloadValue.Array(PayloadValue.Json<Order>())),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_key_of_an_entry_is_not_shown(bool described) =>
        Assert.StartsWith(
            $"'x.Prices[*]' {Cannot} this System.Double is NaN",
            MessageValues.WriteProblem(new Order { Prices = new() { ["a"] = 1, ["secret"] = double.PositiveInfinity } }, described),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_derived_object_is_followed(bool described) =>
        Assert.StartsWith(
            $"'x.Shape.Radius' {Cannot} this System.Double is NaN",
            MessageValues.WriteProblem(new Order { Shape = new Circle { Radius = double.NaN } }, described),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_object_behind_object_is_followed(bool described) =>
        Assert.StartsWith(
            $"'x.Any.Radius' {Cannot} this System.Double is NaN",
            MessageValues.WriteProblem(new Order { Any = new Circle { Radius = double.NaN } }, described),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cycle_is_named_where_it_closes(bool described)
    {
        var order = new Order();
        order.Parent = new Order { Parent = order };
        Assert.Equal(
            "'x' is nested deeper than 32 levels because 'Parent.Parent' refers to an object that contains it; "
            + "pass an id instead of the object",
            MessageValues.WriteProblem(order, described));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_only_deep_is_no_cycle(bool described)
    {
        var order = new Order();
        for (var level = 0; level < 40; level++)
        {
            order = new Order { Parent = order };
        }

        Assert.StartsWith(
            "'x' is nested deeper than 32 levels at 'Parent.Parent.",
            MessageValues.WriteProblem(order, described),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_value_that_is_not_initialized_is_named(bool described)
    {
        Assert.StartsWith(
            $"'x.Ids' {Cannot} this System.Collections.Immutable.ImmutableArray`1[System.Int32] is not initialized; assign",
            MessageValues.WriteProblem(new Order { Ids = default(System.Collections.Immutable.ImmutableArray<int>) }, described),
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"'x.Extra' {Cannot} this System.Text.Json.JsonElement is not initialized; assign",
            MessageValues.WriteProblem(new Order { Extra = default(JsonElement) }, described),
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"'x.Task' {Cannot} this TaskGen.TaskId is empty",
            MessageValues.WriteProblem(new Order { Task = default(TaskGen.TaskId) }, described),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_getter_that_throws_is_named(bool described)
    {
        Assert.Equal(
            $"'x.Failing.Second' {Cannot} its getter throws System.DivideByZeroException",
            MessageValues.WriteProblem(new Order { Failing = new Failing() }, described));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_null_that_the_type_forbids_is_named(bool described)
    {
        Assert.Equal("'x.Lines' must not be null", MessageValues.WriteProblem(new Order { Lines = null! }, described));
        Assert.Equal(
            "'x.Lines[1].Name' must not be null",
            MessageValues.WriteProblem(new Order { Lines = [new("a"), new(null!)] }, described));
    }

    [Fact]
    public void A_type_that_is_not_supported_is_named()
    {
        Assert.Equal(
            $"'x.Any' {Cannot} the JSON serializer does not support System.Action; use a different type",
            MessageValues.WriteProblem(new Order { Any = (Action)(static () => { }) }, described: false));
        Assert.Equal(
            $"'x.Any' {Cannot} no JSON metadata is available for System.Action; add the type to a JsonSerializerContext",
            MessageValues.WriteProblem(new Order { Any = (Action)(static () => { }) }, described: true));
        Assert.StartsWith(
            $"'x' {Cannot} the JSON serializer does not support System.Action",
            MessageValues.WriteProblem<Action>(static () => { }, described: false),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_constant_that_has_no_name_is_named_by_its_member(bool described) =>
        Assert.StartsWith(
            $"'x.Kebab' {Cannot} its value has no name in {typeof(Plain)}",
            MessageValues.WriteProblem(new Order { Kebab = (Plain)5 }, described),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_converter_that_throws_is_not_blamed_on_the_serializer(bool described) =>
        Assert.Equal(
            $"'x.Answer' {Cannot} the serialization of this System.Boolean throws System.NotSupportedException",
            MessageValues.WriteProblem(new Order { Answer = true }, described));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_unpaired_surrogate_is_named_by_its_path(bool described)
    {
        Assert.StartsWith(
            "'x.Lines[1].Name' contains an unpaired surrogate",
            MessageValues.WriteProblem(new Order { Lines = [new("\uFFFD"), new("secret\uD800")] }, described),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "'x.Prices' contains an unpaired surrogate",
            MessageValues.WriteProblem(new Order { Prices = new() { ["secret\uD800"] = 1 } }, described),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_is_not_enumerated_a_second_time()
    {
        var calls = 0;
        Assert.StartsWith(
            $"'x[1]' {Cannot} the serialization of this System.Double throws",
            MessageValues.WriteProblem(new Once(Numbers()), described: false),
            StringComparison.Ordinal);
        Assert.Equal(1, calls);

        IEnumerable<double> Numbers()
        {
            calls++;
            yield return 1;
            yield return double.NaN;
        }
    }

    private sealed class Once(IEnumerable<double> numbers) : IEnumerable<double>
    {
        public IEnumerator<double> GetEnumerator() => numbers.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
