using TaskGen.Brokers;
using TaskGen.Worker;

namespace TaskGen.Tests.Worker;

public sealed class OutboxTests
{
    private readonly Outbox _outbox = new();

    [Fact]
    public void A_step_carries_200_plain_ends_or_a_quarter_as_many_that_are_written_to_records()
    {
        for (var index = 0; index < 250; index++)
        {
            _outbox.Add(new Settlement(NewKey(), SettlementKind.Succeeded));
        }

        Assert.Equal(200, _outbox.Take().Finished.Count);
        for (var index = 0; index < 250; index++)
        {
            _outbox.Add(new Settlement(NewKey(), SettlementKind.Succeeded, new SettlementDetails()));
        }

        // What was left of the plain ones and as many of the others as fill the step.
        Assert.Equal(88, _outbox.Take().Finished.Count);
        for (var step = 0; step < 4; step++)
        {
            Assert.Equal(50, _outbox.Take().Finished.Count);
        }

        Assert.Equal(12, _outbox.Take().Finished.Count);
        Assert.Empty(_outbox.Take().Finished);
    }

    [Fact]
    public void A_step_carries_100_start_marks()
    {
        for (var index = 0; index < 150; index++)
        {
            _outbox.Mark(new StartMark(NewKey(), 1));
        }

        Assert.Equal(100, _outbox.Take().Marks.Count);
        Assert.Equal(50, _outbox.Take().Marks.Count);
        Assert.Empty(_outbox.Take().Marks);
    }

    private static LeaseKey NewKey() => new(0, Guid.NewGuid());
}
