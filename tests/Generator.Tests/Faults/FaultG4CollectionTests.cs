using System.Text.Json;
using System.Text.Json.Serialization;
using Generator.Tests.Payload;
using TaskGen;
using TaskGen.Serialization;

namespace Generator.Tests.Faults;

/// <summary>A collection without a setter is read, with reflection and with the contexts of the serializer's own generator.</summary>
public sealed class FaultG4CollectionTests
{
    private static readonly Dictionary<string, JsonSerializerOptions> All = new(StringComparer.Ordinal)
    {
        ["reflection"] = TaskJson.Create(new TaskJsonOptions(), []),
        ["context"] = TaskJson.Create(new TaskJsonOptions(), [new CollectionSamplesJson()]),
        ["context with fields"] = TaskJson.Create(new TaskJsonOptions(), [new CollectionSamplesWithFieldsJson()]),
    };

    public static TheoryData<string> Contracts => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Lists_dictionaries_and_sets_are_filled(string contracts)
    {
        var sent = new CollectionSamples.Order
        {
            Ids = { 1, 2 }, Counts = { ["a"] = 1 }, Tags = { "b" }, Names = { "c" }, Queue = { }, Notes = { "d" },
        };
        sent.Queue.Enqueue(4);
        var read = Send(sent, contracts);
        Assert.Equal([1, 2], read.Ids);
        Assert.Equal(1, read.Counts["a"]);
        Assert.Equal(["b"], read.Tags);
        Assert.Equal(["c"], read.Names);
        Assert.Equal([4], read.Queue);
        Assert.Equal(["d"], read.Notes);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_type_whose_constructor_has_parameters_is_filled_too(string contracts)
    {
        var read = Send(new CollectionSamples.Positional(7) { Ids = { 1, 2 }, Names = { "a" } }, contracts);
        Assert.Equal((7, "1 2", "a"), (read.Number, string.Join(' ', read.Ids), string.Join(' ', read.Names)));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void The_elements_replace_those_of_a_new_object(string contracts)
    {
        var sent = new CollectionSamples.Roles();
        sent.Names.Clear();
        sent.Names.Add("admin");
        Assert.Equal(["admin"], Send(sent, contracts).Names);
        Assert.Equal(["user"], Read<CollectionSamples.Roles>("{}", contracts).Names);
        Assert.Equal(["user"], Read<CollectionSamples.Roles>("""{"Names":null}""", contracts).Names);
        Assert.Empty(Read<CollectionSamples.Roles>("""{"Names":[]}""", contracts).Names);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_default_that_all_objects_share_is_not_changed_by_a_payload_that_contains_it(string contracts)
    {
        var before = CollectionSamples.Shared.Default.GetEnumerator();
        Assert.Equal(["a"], Send(new CollectionSamples.Shared(), contracts).Names);
        Assert.True(before.MoveNext());
    }

    /// <summary>Such payloads were readable before: the member was skipped.</summary>
    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_collection_that_cannot_be_created_is_skipped(string contracts)
    {
        var read = Read<CollectionSamples.Skipped>(
            """{"Open":[1],"ReadOnly":[1],"Array":[1],"Own":[1],"InCode":[1],"Whole":[1],"A":1}""", contracts);
        Assert.Equal(1, read.A);
        Assert.Empty(read.Open);
        Assert.Empty(read.ReadOnly);
        Assert.Empty(read.Array);
        Assert.Empty(read.Own);
        Assert.Empty(read.InCode);
        Assert.Empty(read.Whole);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_list_that_cannot_be_changed_stays_as_it_is(string contracts) =>
        Assert.Equal([0], Read<CollectionSamples.Fixed>("""{"Ids":[1],"Counts":{"a":1}}""", contracts).Ids);

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Reading_what_is_to_be_ignored_is_still_ignored(string contracts)
    {
        var read = Read<CollectionSamples.Ignored>("""{"Always":[1],"Reading":[1]}""", contracts);
        Assert.Empty(read.Always);
        Assert.Empty(read.Reading);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Tuples_inside_other_types_come_back(string contracts)
    {
        var sent = new Dictionary<string, (int Row, string Place)> { ["tea"] = (1, "left") };
        Assert.Equal((1, "left"), Send(sent, contracts)["tea"]);
        var member = new CollectionSamples.Tuples { Points = { (1, 2) }, Named = ("a", 2) };
        var read = Send(member, contracts);
        Assert.Equal((1, 2), read.Points.Single());
        Assert.Equal(("a", 2), read.Named);
    }

    private static T Send<T>(T value, string contracts) => Read<T>(JsonSerializer.Serialize(value, All[contracts]), contracts);

    private static T Read<T>(string json, string contracts) => JsonSerializer.Deserialize<T>(json, All[contracts])!;
}
