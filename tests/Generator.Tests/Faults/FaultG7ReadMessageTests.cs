using TaskGen.CompilerServices;
using static Generator.Tests.Faults.MessageSamples;

namespace Generator.Tests.Faults;

/// <summary>An argument that cannot be read is refused with the path, the form that is required, and the form that was found.</summary>
public sealed class FaultG7ReadMessageTests
{
    private const string Samples = "Generator.Tests.Faults.MessageSamples+";

    [Theory]
    [InlineData(
        """{"Lines":[{"Name":"a"},{"Name":"b","Price":"secret"}]}""",
        "'x.Lines[1].Price' cannot be read as System.Double; it must be a number within the range of double, but is a string")]
    [InlineData("""{"Lines":[{"Name":5}]}""", "'x.Lines[0].Name' cannot be read as System.String; it must be a string, but is a number")]
    [InlineData("""{"Lines":[{}]}""", "'x.Lines[0].Name' is missing")]
    [InlineData("""{"Lines":[{"Name":null}]}""", "'x.Lines[0].Name' must not be null")]
    [InlineData("""{"Lines":null}""", "'x.Lines' must not be null")]
    [InlineData(
        """{"Lines":"secret"}""",
        $"'x.Lines' cannot be read as System.Collections.Generic.List`1[{Samples}Line]; it must be an array, but is a string")]
    [InlineData(
        """{"Lines":{"secret":1}}""",
        $"'x.Lines' cannot be read as System.Collections.Generic.List`1[{Samples}Line]; it must be an array, but is an object")]
    [InlineData("""{"Lines":[[]]}""", $"'x.Lines[0]' cannot be read as {Samples}Line; it must be an object, but is an array")]
    [InlineData(
        """{"Number":2147483648}""",
        "'x.Number' cannot be read as System.Int32; it must be a whole number between -2147483648 and 2147483647")]
    [InlineData(
        """{"Number":true}""",
        "'x.Number' cannot be read as System.Int32; it must be a whole number between -2147483648 and 2147483647, but is true or false")]
    [InlineData("""{"Number":1,"Number":2}""", "'x.Number' appears more than once")]
    [InlineData(
        """{"Prices":{"a":1,"secret":"secret"}}""",
        "'x.Prices[*]' cannot be read as System.Double; it must be a number within the range of double, but is a string")]
    [InlineData("""{"Prices":{"secret":1,"secret":2}}""", "'x.Prices' contains a property that appears more than once")]
    [InlineData("""{"due-date":"secret"}""", "'x['due-date']' cannot be read as System.DateOnly; it must be a date such as 2000-12-31")]
    [InlineData(
        """{"Parent":{"Parent":{"Text":[]}}}""",
        "'x.Parent.Parent.Text' cannot be read as System.String; it must be a string, but is an array")]
    [InlineData(
        """{"Loose":"secret"}""",
        "'x.Loose' cannot be read as System.Int32; it must be a whole number between -2147483648 and 2147483647, "
            + "or a string that contains it")]
    [InlineData("""{"Shape":{"$type":"secret"}}""", "'x.Shape' must have the property '$type' with the value circle or square")]
    [InlineData("""{"Shape":{}}""", "'x.Shape' must have the property '$type' with the value circle or square")]
    [InlineData(
        """{"Shape":{"$type":"circle","Radius":"secret"}}""",
        "'x.Shape.Radius' cannot be read as System.Double; it must be a number within the range of double, but is a string")]
    [InlineData(
        """{"Task":"secret"}""",
        "'x.Task' cannot be read as TaskGen.TaskId; it must be a task id: 32 hexadecimal digits, a dot, and a queue name")]
    [InlineData("""{"Text":"\ud800"}""", "'x.Text' contains text that is not valid Unicode")]
    [InlineData("[]", $"'x' cannot be read as {Samples}Order; it must be an object, but is an array")]
    [InlineData("\"secret\"", $"'x' cannot be read as {Samples}Order; it must be an object, but is a string")]
    public void The_place_and_the_forms_are_named(string json, string problem)
    {
        Assert.Equal(problem, MessageValues.ReadProblem<Order>(json, described: false));
        Assert.Equal(problem, MessageValues.ReadProblem<Order>(json, described: true));
    }

    [Theory]
    [InlineData(
        """{"Plain":"secret"}""",
        $"'x.Plain' cannot be read as {Samples}Plain; it must be a whole number, such as 0 (Low) or 10 (High)")]
    [InlineData(
        """{"Color":"secret"}""",
        $"'x.Color' cannot be read as {Samples}Color; it must be Red, DarkGreen, or bleu, or a whole number")]
    [InlineData("""{"Color":true}""", $"'x.Color' cannot be read as {Samples}Color; it must be Red, DarkGreen, or bleu, or a whole number")]
    [InlineData(
        """{"Rights":"secret"}""",
        $"'x.Rights' cannot be read as {Samples}Rights; it must be a string that combines names by commas: "
            + "None, Read, or Write, or a whole number")]
    [InlineData("""{"Kebab":"secret"}""", $"'x.Kebab' cannot be read as {Samples}Plain; it must be low or high")]
    [InlineData("""{"Kebab":1}""", $"'x.Kebab' cannot be read as {Samples}Plain; it must be low or high")]
    [InlineData("""{"KebabOrNull":"secret"}""", $"'x.KebabOrNull' cannot be read as {Samples}Plain; it must be low or high")]
    [InlineData(
        """{"Stock":{"secret":{"Red":1,"secret":2}}}""",
        $"'x.Stock[*]' has a key that cannot be read as {Samples}Color; use Red, DarkGreen, or bleu")]
    public void The_names_of_an_enumeration_are_listed_as_its_converter_reads_them(string json, string problem)
    {
        Assert.Equal(problem, MessageValues.ReadProblem<Order>(json, described: false));
        Assert.Equal(problem, MessageValues.ReadProblem<Order>(json, described: true));
    }

    [Theory]
    [InlineData("""{"Plain":10}""")]
    [InlineData("""{"Color":"bleu"}""")]
    [InlineData("""{"Color":2}""")]
    [InlineData("""{"Rights":"Read, Write"}""")]
    [InlineData("""{"Rights":3}""")]
    [InlineData("""{"Kebab":"high","KebabOrNull":"low"}""")]
    [InlineData("""{"Stock":{"a":{"DarkGreen":1,"bleu":2}}}""")]
    [InlineData("""{"Loose":"12"}""")]
    [InlineData("""{"due-date":"2000-12-31"}""")]
    [InlineData("""{"Shape":{"$type":"square"}}""")]
    public void The_forms_that_are_recommended_are_read(string json)
    {
        Assert.True(MessageValues.IsRead<Order>(json, described: false));
        Assert.True(MessageValues.IsRead<Order>(json, described: true));
    }

    [Theory]
    [InlineData("""{"Answer":"secret"}""", "'x.Answer' cannot be read as System.Boolean from a string (")]
    [InlineData("""{"Answer":true}""", "'x.Answer' cannot be read as System.Boolean from true or false (")]
    public void No_form_is_claimed_for_a_converter_of_the_application(string json, string problem)
    {
        Assert.StartsWith(problem, MessageValues.ReadProblem<Order>(json, described: false), StringComparison.Ordinal);
        Assert.StartsWith(problem, MessageValues.ReadProblem<Order>(json, described: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_throws_is_named_without_its_message() =>
        Assert.Equal(
            $"'x.Amount' cannot be read as {typeof(Positive)} because its constructor or a member throws "
            + "System.ArgumentOutOfRangeException",
            MessageValues.ReadProblem<Order>("""{"Amount":{"Value":-5}}""", described: false));

    [Fact]
    public void An_enumeration_as_argument_lists_its_members_whatever_its_converter()
    {
        var color = PayloadValue.Enum<Color, int>(PayloadValue.Int32);
        const string Problem = "must be a whole number between -2147483648 and 2147483647, such as 0 (Red), 1 (DarkGreen), or 2 (Blue)";
        Assert.Equal($"'x' {Problem}", MessageValues.ReadProblem("\"Red\"", false, color));
        Assert.Equal($"'x' {Problem}", MessageValues.ReadProblem("\"secret\"", false, PayloadValue.Nullable(color)));
        Assert.Equal($"'x[1]' {Problem}", MessageValues.ReadProblem("[0,\"secret\"]", false, PayloadValue.Array(color)));
        Assert.Equal(
            "'x' must be a whole number between -2147483648 and 2147483647, such as 0 (None), 1 (Read), or 2 (Write)",
            MessageValues.ReadProblem("\"Read, Write\"", false, PayloadValue.Enum<Rights, int>(PayloadValue.Int32)));
        Assert.True(MessageValues.IsRead("3", false, PayloadValue.Enum<Rights, int>(PayloadValue.Int32)));
        Assert.Equal(
            "'x' must be a whole number between 0 and 255",
            MessageValues.ReadProblem("256", false, PayloadValue.Enum<Nothing, byte>(PayloadValue.Byte)));
    }

    [Fact]
    public void Of_many_members_only_the_first_are_listed() =>
        Assert.EndsWith(
            ", 36 (Home), or one of 133 others",
            MessageValues.ReadProblem("\"secret\"", false, PayloadValue.Enum<ConsoleKey, int>(PayloadValue.Int32)),
            StringComparison.Ordinal);

    [Fact]
    public void A_dictionary_as_argument_lists_the_names_for_its_keys() =>
        Assert.EndsWith(
            "; use Low or High",
            MessageValues.ReadProblem<Dictionary<Plain, int>>("""{"Low":1,"secret":2}""", described: false),
            StringComparison.Ordinal);

    private enum Nothing : byte;
}
