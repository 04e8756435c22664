using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Shop;

/// <summary>Processes orders, whose entities are passed by their ids.</summary>
public sealed class OrderTasks
{
    private readonly IOrderStore _orders;
    private readonly TimeProvider _clock;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="clock">The clock.</param>
    public OrderTasks(IOrderStore orders, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(orders);
        _orders = orders;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Imports files.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="mode">The handling of known orders.</param>
    /// <param name="files">The files.</param>
    /// <returns>The counts.</returns>
    [Task(Name = "orders.import", Queue = "imports", Retry = 1)]
    [GiveUpOn<InvalidDataException>]
    public static ImportResult Import(int batchId, ImportMode mode = ImportMode.Append, params string[] files) =>
        batchId < 0
            ? throw new InvalidDataException("The batch does not exist.")
            : new ImportResult(files.Length, mode == ImportMode.Replace ? files.Length : 0);

    /// <summary>Imports lines.</summary>
    /// <param name="batch">The lines.</param>
    /// <returns>The counts.</returns>
    [Task(Name = "orders.import_lines", Queue = "imports")]
    public static ImportResult Import(OrderBatch batch) => new(batch.Lines.Count, batch.Tags.Length + batch.Attributes.Count);

    /// <summary>Places an order.</summary>
    /// <param name="orderId">The id of the order.</param>
    /// <param name="address">The address.</param>
    /// <param name="total">The total.</param>
    /// <returns>The receipt.</returns>
    [Task(Name = "orders.place", Idempotent = true, Retry = 3)]
    public OrderReceipt Place(Guid orderId, Address address, Money total) =>
        new(orderId, address.Country == "DE" ? total : total with { Currency = "EUR" }, _clock.GetUtcNow());

    /// <summary>Ships an order.</summary>
    /// <param name="orderId">The id of the order.</param>
    /// <param name="day">The day.</param>
    /// <param name="from">The earliest time.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The total; <see langword="null"/> if the order does not exist.</returns>
    [Task(Name = "orders.ship")]
    [TaskAlias("orders.send")]
    [TaskAlias("orders.dispatch")]
    public async Task<decimal?> Ship(int orderId, DateOnly day, TimeOnly? from = null, CancellationToken cancellationToken = default)
    {
        if (await _orders.FindAsync(orderId, cancellationToken) is not { } order)
        {
            return null;
        }

        order.IsShipped = day > DateOnly.MinValue && from is null;
        await _orders.SaveAsync(order, cancellationToken);
        return order.Total;
    }

    /// <summary>Cancels an order.</summary>
    /// <param name="orderId">The id of the order.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns><see langword="true"/> if the order exists.</returns>
    [Obsolete("Ship the order again.")]
    [Task(Name = "orders.cancel")]
    public async Task<bool> Cancel(int orderId, CancellationToken cancellationToken) =>
        await _orders.FindAsync(orderId, cancellationToken) is not null;
}
