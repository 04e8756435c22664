using TaskGen;
using Upgrade.Common;

namespace Shop;

/// <summary>The application before the upgrade.</summary>
internal sealed class OldVersion : IVersion
{
    public void AddTasks(TaskGenBuilder builder) => builder.AddGeneratedTasks();

    public async IAsyncEnumerable<Dispatched> ProduceAsync(ITaskClient tasks, string kind, int number, string failsOn)
    {
        var orders = new OrderTasksClient(tasks);
        switch (kind)
        {
            case Kinds.Changes:
                yield return Dispatched.Of("confirm", number, await orders.Confirm.DelayAsync(number));
                yield return Dispatched.Of("move", number, await orders.Move.DelayAsync("here", "there", number));
                yield return Dispatched.Of("weigh", number, await orders.Weigh.DelayAsync(number, "t"));
                yield return Dispatched.Of("mail", number, await orders.Mail.DelayAsync(number));
                yield return Dispatched.Of("price", number, await orders.Price.DelayAsync(new Basket(number, 3)));
                yield return Dispatched.Of("ship", number, await orders.Ship.DelayAsync(number));
                yield return Dispatched.Of("grade", number, await orders.Grade.DelayAsync(number, Quality.Good));
                break;
            case Kinds.Tries:
                yield return Dispatched.Of("try", number, await orders.Try.DelayAsync(number, failsOn));
                break;
            case Kinds.RenamedTries:
                yield return Dispatched.Of("attempt", number, await orders.Attempt.DelayAsync(number, failsOn));
                break;
            case Kinds.Chains:
                yield return Dispatched.Of("chain", number, await tasks.DelayAsync(Chain(number)));
                break;
            case Kinds.Chords:
                yield return Dispatched.Of(
                    "chord",
                    number,
                    await tasks.DelayAsync(Canvas.Group(Enumerable.Range(number, 3).Select(Chain)).Then(orders.Sum.Partial())));
                break;
            case Kinds.Receipts:
                yield return Dispatched.Of("receipt", number, await orders.MakeReceipt.DelayAsync(number));
                break;
            case Kinds.Equal:
                yield return Dispatched.Of("mail", number, await orders.Mail.DelayAsync(number));
                break;
            case Kinds.Texts:
                yield return Dispatched.Of("echo", number, await orders.Echo.DelayAsync(Kinds.TextOf(number)));
                yield return Dispatched.Of(
                    "echo-chain",
                    number,
                    await tasks.DelayAsync(orders.Echo.Signature(Kinds.TextOf(-number)).Then(orders.Repeat.Partial(Kinds.TextOf(number)))));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }

        Signature<string> Chain(int order) => orders.Confirm.Signature(order).Then(orders.Tag.Partial(failsOn));
    }

    public async Task<string> ReadReceiptAsync(ITaskClient tasks, TaskId id)
    {
        var receipt = await tasks.GetHandle<Receipt>(id).GetAsync();
        return $"{receipt.Order} {receipt.Total}";
    }
}
