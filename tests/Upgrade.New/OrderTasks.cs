using TaskGen;

namespace Shop;

/// <summary>The tasks after the upgrade. Each returns the version that ran it, and what it was given.</summary>
public static class OrderTasks
{
    /// <summary>The note is new.</summary>
    [Task(Name = "orders.confirm")]
    public static string Confirm(int order, string note = "none") => $"new confirm {order} {note}";

    /// <summary>The parameters stand in another order.</summary>
    [Task(Name = "orders.move")]
    public static string Move(int count, string to, string from) => $"new move {from} {to} {count}";

    /// <summary>The unit is no longer required.</summary>
    [Task(Name = "orders.weigh")]
    public static string Weigh(int order, string unit = "kg") => $"new weigh {order} {unit}";

    /// <summary>Renamed.</summary>
    [Task(Name = "orders.notify", Idempotent = true)]
    [TaskAlias("orders.mail")]
    public static string Notify(int order) => $"new mail {order}";

    /// <summary>The basket has a currency.</summary>
    [Task(Name = "orders.price")]
    public static string Price(Basket basket)
    {
        ArgumentNullException.ThrowIfNull(basket);
        return $"new price {basket.Order} {basket.Items} {basket.Currency}";
    }

    /// <summary>New.</summary>
    [Task(Name = "orders.archive")]
    public static string Archive(int order) => $"new archive {order}";

    /// <summary>There is a better quality.</summary>
    [Task(Name = "orders.grade")]
    public static string Grade(int order, Quality quality) => $"new grade {order} {quality}";

    /// <summary>The receipt has a currency.</summary>
    [Task(Name = "orders.receipt")]
    public static Receipt MakeReceipt(int order) => new(order, order * 10, "USD");

    /// <summary>Fails on one of the versions.</summary>
    [Task(Name = "orders.try", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    public static string Try(int order, string failsOn) => $"{Workers.Check(failsOn)} try {order}";

    /// <summary>Fails on one of the versions; renamed.</summary>
    [Task(Name = "orders.effort", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    [TaskAlias("orders.attempt")]
    public static string Effort(int order, string failsOn) => $"{Workers.Check(failsOn)} attempt {order}";

    /// <summary>The second link of a chain, whose mark is new.</summary>
    [Task(Name = "orders.tag", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    public static string Tag(string text, string failsOn, string mark = "plain") => $"{text} > {Workers.Check(failsOn)} {mark} tag";

    /// <summary>The last task of a chord; renamed.</summary>
    [Task(Name = "orders.collect")]
    [TaskAlias("orders.sum")]
    public static string Collect(IReadOnlyList<string> parts) => $"{string.Join(", ", parts)} > new sum";

    /// <summary>Returns its text.</summary>
    [Task(Name = "orders.echo", Idempotent = true)]
    public static string Echo(string text) => text;

    /// <summary>Returns its text, and the result before it.</summary>
    [Task(Name = "orders.repeat")]
    public static string Repeat(string before, string text) => $"new {before} {text}";
}
