namespace ServerlessCompute;

/// <summary>
/// The engine's clock and its only driver. It has no thread and no timer of its own: whoever closes a request, starts a wait or pushes
/// the clock does the beating, one at a time. Only while work runs outside the engine (a local process, a delegate that awaits something
/// of its own), or with the real clock, time flows with the host's and one host timer wakes it for the next event.
/// </summary>
/// <remarks>State is touched under <see cref="Gate"/>. Effects, which call users' code, run outside it, while no time passes.</remarks>
internal sealed partial class Pacemaker
{
    private const int StepsPerLock = 4096;

    private readonly EventQueue _events = new();
    private readonly Queue<Action> _effects = new();
    private readonly Queue<HeldWait> _answers = new();
    private readonly List<TaskCompletionSource> _idlers = [];
    private readonly InMemoryClock _clock;
    private readonly TimeProvider _host;
    private ITimer? _alarm;
    private long _now;
    private long _pushTo;
    private Flow? _flow;
    private int _open;
    private int _held;
    private int _timers;
    private int _hostWork;
    private int _work;
    private volatile int _onlookers;
    private int _beatingThread;

    public Pacemaker(InMemoryClock clock, DateTimeOffset start, TimeProvider host)
    {
        _clock = clock;
        _host = host;
        _now = start.UtcTicks;
        if (clock == InMemoryClock.Real)
        {
            SetFlow(true);
        }
    }

    /// <summary>The engine's one lock.</summary>
    public object Gate { get; } = new();

    /// <summary>The time in UTC ticks.</summary>
    /// <remarks>Read without the lock, since the blob store reads it under locks of its own.</remarks>
    public long NowTicks
    {
        get
        {
            long now = Volatile.Read(ref _now);
            return Volatile.Read(ref _flow) is { } flow ? Math.Max(now, FlowNow(flow)) : now;
        }
    }

    public DateTimeOffset Now => new(NowTicks, TimeSpan.Zero);

    /// <summary>Under the lock: the instant at which a change happens, the event's own while one is handled. It never goes back.</summary>
    public long Instant()
    {
        if (_beatingThread == 0)
        {
            CatchUp();
        }

        return _now;
    }

    /// <summary>Under the lock: makes an appointment.</summary>
    public Appointment Schedule(long due, IEventTarget target, int stage, bool isWork)
    {
        var appointment = new Appointment(due, target, stage, isWork);
        _events.Add(appointment);
        if (isWork)
        {
            _work++;
        }

        return appointment;
    }

    /// <summary>Under the lock: takes an appointment back, if it is still to come.</summary>
    public void Cancel(Appointment? appointment)
    {
        if (appointment is { IsCancelled: false })
        {
            appointment.IsCancelled = true;
            _events.NoteCancelled();
            if (appointment.IsWork)
            {
                _work--;
            }
        }
    }

    /// <summary>Under the lock: leaves something to be done outside it, before time moves on.</summary>
    public void AddEffect(Action effect) => _effects.Enqueue(effect);

    /// <summary>Under the lock: what a held request waited for is there. It is answered as soon as what happens now has happened whole.</summary>
    public void Answer(HeldWait wait)
    {
        _answers.Enqueue(wait);
        if (_beatingThread == 0)
        {
            BeatLater();
        }
    }

    public void OpenRequest() => Interlocked.Increment(ref _open);

    /// <summary>Ends a request that <see cref="OpenRequest"/> began; when only waits are left, time moves.</summary>
    public void CloseRequest()
    {
        Interlocked.Decrement(ref _open);
        if (_onlookers > 0)
        {
            Beat();
        }
    }

    /// <summary>Under the lock: the request that carries this wait no longer keeps time from moving.</summary>
    public void Hold() => Count(ref _held, 1);

    public void Release() => Count(ref _held, -1);

    /// <summary>Under the lock: a client's timer counts as a wait while it is pending.</summary>
    public void TimerPending() => Count(ref _timers, 1);

    public void TimerOver() => Count(ref _timers, -1);

    /// <summary>Under the lock: something runs on the host's time from now on.</summary>
    public void EnterHostWork()
    {
        _hostWork++;
        SetFlow(_clock != InMemoryClock.Manual);
    }

    public void LeaveHostWork()
    {
        _hostWork--;
        SetFlow(_clock == InMemoryClock.Real || (_clock == InMemoryClock.Virtual && _hostWork > 0));
    }

    /// <summary>Handles what is due and, where the rules allow it, moves time to what comes next. Only one caller at a time does; the others return.</summary>
    public void Beat()
    {
        lock (Gate)
        {
            if (_beatingThread != 0)
            {
                return;
            }

            _beatingThread = Environment.CurrentManagedThreadId;
        }

        try
        {
            while (NextEffect(out Action? effect))
            {
                effect?.Invoke();
            }
        }
        catch
        {
            lock (Gate)
            {
                StopBeating();
            }

            throw;
        }
    }

    /// <summary>Beats on another thread, for callers inside a user's call.</summary>
    public void BeatLater() => ThreadPool.UnsafeQueueUserWorkItem(static pacemaker => pacemaker.Beat(), this, preferLocal: false);

    /// <summary>Moves the clock on and handles what comes due on the way.</summary>
    public void Push(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        PushTo(now => now + by.Ticks);
    }

    /// <summary>Moves the clock to the next event of a job, if there is one.</summary>
    public void PushToNextEvent() => PushTo(now => _events.TryPeek(out Appointment? next) ? Math.Max(now, next.Due) : now);

    /// <summary>Completes when no job has anything to do any more; with the manual clock it moves the time that this takes.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            _idlers.Add(idle);
            _onlookers++;
        }

        Beat();
        using CancellationTokenRegistration registration = cancellationToken.Register(() =>
        {
            lock (Gate)
            {
                if (_idlers.Remove(idle))
                {
                    _onlookers--;
                    idle.TrySetCanceled(cancellationToken);
                }
            }
        });
        await idle.Task.ConfigureAwait(false);
    }

    private void PushTo(Func<long, long> target)
    {
        lock (Gate)
        {
            if (_beatingThread == Environment.CurrentManagedThreadId)
            {
                throw new InvalidOperationException(
                    "The clock cannot be moved from inside a job's own run. Wait there with CommandContext.DelayAsync instead.");
            }

            while (_beatingThread != 0)
            {
                Monitor.Wait(Gate);
            }

            _pushTo = Math.Max(_pushTo, target(Instant()));
        }

        Beat();
        lock (Gate)
        {
            while (_pushTo != 0 && _beatingThread != 0)
            {
                Monitor.Wait(Gate);
            }
        }
    }

    /// <summary>Handles events until one leaves an effect (which it hands out), the lock was held long enough, or nothing may happen now (false).</summary>
    private bool NextEffect(out Action? effect)
    {
        lock (Gate)
        {
            for (int steps = 0; steps < StepsPerLock; steps++)
            {
                while (_answers.TryDequeue(out HeldWait? wait))
                {
                    wait.Complete();
                    Release();
                }

                if (_effects.TryDequeue(out effect))
                {
                    return true;
                }

                if (!Step())
                {
                    StopBeating();
                    return false;
                }
            }

            effect = null;
            return true;
        }
    }

    private bool Step()
    {
        LetIdlersGo();
        if (!_events.TryPeek(out Appointment? next) || next.Due > Horizon())
        {
            return false;
        }

        _events.RemoveFirst();
        Volatile.Write(ref _now, Math.Max(_now, next.Due));
        if (next.IsWork)
        {
            _work--;
        }

        next.IsCancelled = true;
        _steps += next.Target is VirtualTimer ? 0 : 1;
        next.Target.OnDue(next.Stage);
        return true;
    }

    /// <summary>How far time may move right now.</summary>
    private long Horizon()
    {
        if (_hostWork == 0 && (MaySkip() || _steps < _replayTo))
        {
            return long.MaxValue;
        }

        return Math.Max(_pushTo, _flow is null ? long.MinValue : FlowNow(_flow));
    }

    private bool MaySkip() => _clock switch
    {
        InMemoryClock.Virtual => Volatile.Read(ref _open) == _held && _held + _timers + _idlers.Count > 0,
        InMemoryClock.Manual => _idlers.Count > 0,
        _ => false,
    };

    private void LetIdlersGo()
    {
        if (_idlers.Count > 0 && _work == 0 && _hostWork == 0)
        {
            foreach (TaskCompletionSource idle in _idlers)
            {
                idle.TrySetResult();
            }

            _onlookers -= _idlers.Count;
            _idlers.Clear();
        }
    }

    private void StopBeating()
    {
        if (_pushTo != 0)
        {
            CatchUp();
            Volatile.Write(ref _now, Math.Max(_now, _pushTo));
            _pushTo = 0;
            Rebase(_flow is not null);
        }

        _beatingThread = 0;
        SetAlarm();
        Monitor.PulseAll(Gate);
    }

    private void Count(ref int counter, int by)
    {
        counter += by;
        _onlookers += by;
    }

    private long FlowNow(Flow flow) => flow.From + _host.GetElapsedTime(flow.Stamp).Ticks;

    private void SetFlow(bool flowing)
    {
        if (flowing == _flow is not null)
        {
            return;
        }

        CatchUp();
        _onlookers += flowing ? 1 : -1;
        Rebase(flowing);
    }

    private void CatchUp()
    {
        if (_flow is not null)
        {
            Volatile.Write(ref _now, Math.Max(_now, FlowNow(_flow)));
        }
    }

    private void Rebase(bool flowing) => Volatile.Write(ref _flow, flowing ? new Flow(_now, _host.GetTimestamp()) : null);

    private void SetAlarm()
    {
        if (_flow is not null && _events.TryPeek(out Appointment? next))
        {
            // Host timers count whole milliseconds: waking early would only mean waking again.
            double milliseconds = Math.Ceiling(Math.Max(0, next.Due - FlowNow(_flow)) / (double)TimeSpan.TicksPerMillisecond);
            var due = TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
            _alarm ??= _host.CreateTimer(static state => ((Pacemaker)state!).Beat(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _alarm.Change(due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _alarm?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Time that passes with the host's: the engine's time at a moment of the host's.</summary>
    private sealed record Flow(long From, long Stamp);
}
