'use client';
export { KobbleCard, type KobbleCardProps } from './kobble-card.js';
