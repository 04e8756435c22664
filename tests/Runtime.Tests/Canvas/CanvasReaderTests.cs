using System.Text;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Exceptions;

namespace TaskGen.Tests;

public sealed class CanvasReaderTests : IAsyncDisposable
{
    private readonly TestHost _host = new(decorate: static (broker, _) => new CanvasBroker(broker));
    private readonly Guid _canvas = Guid.CreateVersion7();

    private CanvasBroker Broker => (CanvasBroker)_host.UsedBroker;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_group_is_put_together_page_by_page_with_the_groups_in_it_and_null_for_what_is_nothing()
    {
        Broker.MembersPage = 2;
        Broker.Members[0] = [Json("1"), default, CanvasValue.OfGroup(1), CanvasValue.OfGroup(2), Json("\"x\"")];
        Broker.Members[1] = [Json("{}"), CanvasValue.OfGroup(2)];
        Broker.Members[2] = [];

        Assert.Equal("""[1,null,[{},[]],[],"x"]""", await ReadAsync(CanvasValue.OfGroup(0)));
        Assert.Equal("[]", await ReadAsync(CanvasValue.OfGroup(2)));
        Assert.Equal("5", await ReadAsync(Json("5")));
        Assert.Equal("null", await ReadAsync(default));
    }

    [Fact]
    public async Task What_is_not_there_is_nothing()
    {
        Broker.Members[0] = [CanvasValue.OfGroup(1)];

        Assert.Null(await ReadAsync(CanvasValue.OfGroup(7)));
        Assert.Null(await ReadAsync(CanvasValue.OfGroup(0)));
    }

    [Fact]
    public async Task What_is_more_than_wanted_is_refused_before_it_is_kept()
    {
        Broker.MembersPage = 1;
        Broker.Members[0] = [.. Enumerable.Repeat(Json("1234567890"), 100)];

        var exception = await Assert.ThrowsAsync<CanvasValueTooLargeException>(() => ReadAsync(CanvasValue.OfGroup(0), maxBytes: 30));
        Assert.Contains("30 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, Broker.Reads);
        await Assert.ThrowsAsync<CanvasValueTooLargeException>(() => ReadAsync(Json("123"), maxBytes: 2));
        Assert.Equal("12", await ReadAsync(Json("12"), maxBytes: 2));
    }

    [Fact]
    public async Task Groups_that_lie_in_each_other_for_ever_are_no_canvas()
    {
        Broker.Members[0] = [CanvasValue.OfGroup(0)];

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(CanvasValue.OfGroup(0)));
    }

    private async Task<string?> ReadAsync(ReadOnlyMemory<byte> value, int maxBytes = 1000) =>
        await new CanvasReader(Broker).ReadAsync("default", _canvas, value, maxBytes, CancellationToken.None) is { } json
            ? Encoding.UTF8.GetString(json.Span)
            : null;

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}
